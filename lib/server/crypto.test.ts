import { beforeAll, describe, expect, test, vi } from "vitest";

const OLD = "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
const NEW = "k2:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=";
const place = { model: "Inquiry", column: "email", row: "1" };

/** The module anew, with other keys in the environment. */
async function cryptoWith(keys: string) {
  vi.stubEnv("ENCRYPTION_KEYS", keys);
  vi.stubEnv("DATABASE_URL", "postgresql://localhost/none");
  vi.resetModules();
  return import("./crypto");
}

let crypto: Awaited<ReturnType<typeof cryptoWith>>;
beforeAll(async () => {
  crypto = await cryptoWith(OLD);
});

describe("encryption", () => {
  test.each(["", "ana@example.org", "ñandú 🌱\nline two"])("%j comes back as it was", (text) => {
    expect(crypto.decrypt(crypto.encrypt(text, place), place)).toBe(text);
  });

  test("the same text never looks the same twice", () => {
    expect(crypto.encrypt("Ana", place)).not.toBe(crypto.encrypt("Ana", place));
  });

  test.each([
    ["row", { ...place, row: "2" }],
    ["column", { ...place, column: "phone" }],
    ["model", { ...place, model: "Mail" }],
  ])("a value moved to another %s does not open", (_, elsewhere) => {
    expect(() => crypto.decrypt(crypto.encrypt("Ana", place), elsewhere)).toThrow(crypto.Undecipherable);
  });

  test("a value with any bit changed does not open", () => {
    const [format, key, ...parts] = crypto.encrypt("Ana", place).split(".");
    for (const part of [0, 1]) {
      const bytes = Buffer.from(parts[part]!, "base64url");
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const changed = Buffer.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        const forged = [format, key, ...parts.with(part, changed.toString("base64url"))].join(".");
        expect(() => crypto.decrypt(forged, place)).toThrow(crypto.Undecipherable);
      }
    }
  });

  test.each(["", "v1", "v1.k1", "v1.k1.AAAA", "v1.k1.AAAA.AAAA", "v2.k1.AAAA.AAAA", "plain text"])(
    "%j is no envelope",
    (text) => expect(() => crypto.decrypt(text, place)).toThrow(crypto.Undecipherable),
  );

  test("a new key encrypts, an old one still opens, a removed one does not", async () => {
    const old = crypto.encrypt("Ana", place);
    const rotated = await cryptoWith(`${NEW},${OLD}`);
    expect(rotated.decrypt(old, place)).toBe("Ana");
    expect(rotated.encrypt("Ana", place)).toMatch(/^v1\.k2\./);
    const without = await cryptoWith(NEW);
    expect(() => without.decrypt(old, place)).toThrow(without.Undecipherable);
  });
});

describe("hashes and signatures", () => {
  test("equal values have equal hashes within one purpose only", () => {
    expect(crypto.keyedHash("email", "a")).toBe(crypto.keyedHash("email", "a"));
    expect(crypto.keyedHash("email", "a")).not.toBe(crypto.keyedHash("phone", "a"));
  });

  test("a signed value is read back, and only for its purpose", () => {
    const signed = crypto.sign("form", "7:ñ");
    expect(crypto.readSigned("form", signed)).toBe("7:ñ");
    expect(crypto.readSigned("other", signed)).toBeNull();
  });

  test.each(["", ".", "null", "eA.eA", "a.b.c"])("%j was never signed", (forged) =>
    expect(crypto.readSigned("form", forged)).toBeNull(),
  );
});
