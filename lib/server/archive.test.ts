import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ArchiveDamage, checkSeal, readArchive, summing, writeArchive, type Sum } from "./archive";

const folder = mkdtempSync(path.join(tmpdir(), "archive-"));
const at = (name: string) => path.join(folder, name);
const file = at("whole.tar");
const long = `uploads/${"a long name ñ ".repeat(12)}.txt`;
const contents: Record<string, string> = { "empty.txt": "", "words.txt": "ñ\n".repeat(100_000), [long]: "x" };
let written: Sum;

beforeAll(async () => {
  written = await writeArchive(file, async ({ addFile, addText }) => {
    for (const [name, text] of Object.entries(contents)) {
      writeFileSync(at("source"), text);
      await addFile(name, at("source"));
    }
    await addText("manifest.json", "{}");
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const damageOf = (damaged: string) =>
  checkSeal(damaged).then(
    () => "whole",
    (error: unknown) => (error instanceof ArchiveDamage ? error.kind : error),
  );

test("what was written is read again, in its order and whole", async () => {
  const read: Record<string, string> = {};
  for await (const { name, chunks } of readArchive(file)) {
    const passing = summing(chunks);
    const parts: Buffer[] = [];
    for await (const chunk of passing.chunks) parts.push(chunk);
    read[name] = Buffer.concat(parts).toString();
    expect(passing.sum().bytes).toBe(Buffer.byteLength(read[name]));
  }
  expect(Object.entries(read)).toEqual([...Object.entries(contents), ["manifest.json", "{}"]]);
});

test("its sum is that of the file, which only its owner can read", async () => {
  const bytes = readFileSync(file);
  expect(written).toEqual({ bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  expect(await checkSeal(file)).toEqual(written);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("other programs read it as a plain tar", () => {
  const names = execFileSync("tar", ["-tf", file], { encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } });
  expect(names.split("\n").filter((name) => !name.startsWith("uploads/"))).toEqual([
    "empty.txt",
    "words.txt",
    "manifest.json",
    "seal",
    "",
  ]);
});

test("cut short at any byte, it is known to be cut", async () => {
  const anywhere = fc.integer({ min: 0, max: written.bytes - 1 });
  // Where it would look like the end: at blocks, and within the last ones.
  const atBlock = fc.integer({ min: 0, max: Math.floor((written.bytes - 1) / 512) }).map((block) => block * 512);
  const nearEnd = fc.integer({ min: 1, max: 3000 }).map((bytes) => Math.max(0, written.bytes - bytes));
  await fc.assert(
    fc.asyncProperty(fc.oneof(anywhere, atBlock, nearEnd), async (length) => {
      copyFileSync(file, at("cut.tar"));
      truncateSync(at("cut.tar"), length);
      expect(await damageOf(at("cut.tar"))).toBe("cut");
    }),
    { numRuns: 150 },
  );
});

test("with any byte changed it is never taken for whole", async () => {
  const whole = readFileSync(file);
  const place = fc.oneof(
    fc.integer({ min: 0, max: whole.length - 1 }),
    fc.integer({ min: whole.length - 3000, max: whole.length - 1 }),
  );
  await fc.assert(
    fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (index, change) => {
      const changed = Buffer.from(whole);
      changed[index] = (changed[index] ?? 0) ^ change;
      writeFileSync(at("changed.tar"), changed);
      expect(await damageOf(at("changed.tar"))).toMatch(/^(cut|changed)$/);
    }),
    { numRuns: 150 },
  );
});

test("a byte changed before the end is said to be changed, not cut", async () => {
  const changed = readFileSync(file);
  changed[2_000] = (changed[2_000] ?? 0) ^ 1;
  writeFileSync(at("changed.tar"), changed);
  expect(await damageOf(at("changed.tar"))).toBe("changed");
});

test("what goes wrong while it is filled is what the caller hears", async () => {
  const failing = writeArchive(at("failing.tar"), async ({ addText, addFile }) => {
    await addText("a", "a");
    await addFile("b", at("not there"));
  });
  await expect(failing).rejects.toThrow("ENOENT");
});
