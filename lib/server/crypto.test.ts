import { createHmac } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";

const OLD = "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
const NEW = "k2:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=";
const cell = { model: "Inquiry", column: "email", row: "1" };

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
    expect(crypto.decrypt(crypto.encrypt(text, cell), cell)).toBe(text);
  });

  test("the same text never looks the same twice", () => {
    expect(crypto.encrypt("Ana", cell)).not.toBe(crypto.encrypt("Ana", cell));
  });

  test.each([
    ["row", { ...cell, row: "2" }],
    ["column", { ...cell, column: "phone" }],
    ["model", { ...cell, model: "Mail" }],
  ])("a value moved to another %s does not open", (_, elsewhere) => {
    expect(() => crypto.decrypt(crypto.encrypt("Ana", cell), elsewhere)).toThrow(crypto.Undecipherable);
  });

  test("a value with any bit changed does not open", () => {
    const [format, key, ...parts] = crypto.encrypt("Ana", cell).split(".");
    for (const part of [0, 1]) {
      const bytes = Buffer.from(parts[part]!, "base64url");
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const changed = Buffer.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        const forged = [format, key, ...parts.with(part, changed.toString("base64url"))].join(".");
        expect(() => crypto.decrypt(forged, cell)).toThrow(crypto.Undecipherable);
      }
    }
  });

  test.each(["", "v1", "v1.k1", "v1.k1.AAAA", "v1.k1.AAAA.AAAA", "v2.k1.AAAA.AAAA", "plain text"])(
    "%j is no envelope",
    (text) => expect(() => crypto.decrypt(text, cell)).toThrow(crypto.Undecipherable),
  );

  test("a new key encrypts, an old one still opens, a removed one does not", async () => {
    const old = crypto.encrypt("Ana", cell);
    const rotated = await cryptoWith(`${NEW},${OLD}`);
    expect(rotated.decrypt(old, cell)).toBe("Ana");
    expect(rotated.encrypt("Ana", cell)).toMatch(/^v1\.k2\./);
    const without = await cryptoWith(NEW);
    expect(() => without.decrypt(old, cell)).toThrow(without.Undecipherable);
  });
});

describe("hashes and signatures", () => {
  test("equal values have equal hashes within one purpose only", () => {
    expect(crypto.keyedHash("email", "a")).toBe(crypto.keyedHash("email", "a"));
    expect(crypto.keyedHash("email", "a")).not.toBe(crypto.keyedHash("phone", "a"));
  });

  test("a signed value is read back, and only for its purpose", () => {
    const signed = crypto.sign("form", "7:ñ");
    expect(crypto.readSigned("form", signed)?.value).toBe("7:ñ");
    expect(crypto.readSigned("other", signed)).toBeNull();
  });

  test.each(["", ".", "null", "eA.eA", "a.b.c"])("%j was never signed", (forged) =>
    expect(crypto.readSigned("form", forged)).toBeNull(),
  );
});

describe("secrets that are rotated", () => {
  const S1 = "a first secret, of 32 characters";
  const S2 = "s2:another secret, of 32 characters";
  /** The module anew, with other secrets in the environment. */
  async function withSecrets(secrets: string) {
    vi.stubEnv("APP_SECRET", secrets);
    return cryptoWith(OLD);
  }

  test("what an older one signed and hashed is still known, and a dropped one's is not", async () => {
    const first = await withSecrets(S1);
    const [signed, hash] = [first.sign("form", "7"), first.keyedHash("email", "a")];
    const rotated = await withSecrets(`${S2},s1:${S1}`);
    expect(rotated.readSigned("form", signed)?.value).toBe("7");
    expect(rotated.keyedHashes("email", "a")).toContain(hash);
    expect(rotated.keyedHash("email", "a")).toBe(rotated.keyedHashes("email", "a")[0]);
    expect(rotated.keyedHash("email", "a")).toMatch(/^s2\./);
    const without = await withSecrets(S2);
    expect(without.readSigned("form", signed)).toBeNull();
    expect(without.keyedHashes("email", "a")).not.toContain(hash);
  });

  test("what is hashed by a form stays the same while the form can be sent", async () => {
    const first = await withSecrets(S1);
    const signed = first.sign("form", "7");
    const act = first.readSigned("form", signed)?.hash("act", "words");
    const rotated = await withSecrets(`${S2},s1:${S1}`);
    expect(rotated.readSigned("form", signed)?.hash("act", "words")).toBe(act);
    expect(rotated.readSigned("form", rotated.sign("form", "7"))?.hash("act", "words")).not.toBe(act);
  });

  test("what former versions signed and hashed with the one secret is still known", async () => {
    const mac = (text: string) => createHmac("sha256", S1).update(text).digest("base64url");
    const encoded = Buffer.from("7").toString("base64url");
    for (const secrets of [S1, `${S2},s1:${S1}`]) {
      const now = await withSecrets(secrets);
      expect(now.readSigned("form", `${encoded}.${mac(`signed form\0${encoded}`)}`)?.value).toBe("7");
      expect(now.keyedHashes("email", "a")).toContain(mac("email\0a"));
    }
  });

  test("keys of two purposes have nothing in common", async () => {
    await withSecrets(S1);
    const { purposeKeys } = await import("./purpose-keys");
    const purposes = ["sessions", "forms", "lookup", "journal"] as const;
    const keys = purposes.map((purpose) => purposeKeys(purpose)[0]!.key.toString("hex"));
    expect(new Set([...keys, Buffer.from(S1).toString("hex")]).size).toBe(5);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });
});
