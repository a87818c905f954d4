import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bytesIn, frugalWriter } from "./frugal-files.mjs";

let folder = "";
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-pages-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);

test("a page is kept whole, in folders that need not be there", async () => {
  const write = frugalWriter(folder);
  await write(at("en/listings/a.html"), "one");
  await write(at("en/listings/a.html"), "another");
  expect(readFileSync(at("en/listings/a.html"), "utf8")).toBe("another");
  expect(readdirSync(at("en/listings"))).toEqual(["a.html"]);
  expect(await bytesIn(folder)).toBe(7);
});

test("nothing is kept when the disk is nearly full, or enough is kept", async () => {
  await frugalWriter(folder, { minFreeBytes: Number.MAX_SAFE_INTEGER })(at("a.html"), "one");
  expect(readdirSync(folder)).toEqual([]);
  const write = frugalWriter(folder, { maxBytes: 10 });
  for (const name of ["a", "b", "c", "d"]) await write(at(name), "four");
  expect(readdirSync(folder).toSorted()).toEqual(["a", "b"]);
});

test("a page that cannot be written is not there, not even an older one, and nobody fails for it", async () => {
  const write = frugalWriter(folder);
  writeFileSync(at("file"), "no folder");
  await expect(write(at("file/a.html"), "one")).resolves.toBeUndefined();
  await write(at("b.html"), "old");
  // What no disk takes fails like a disk that is full.
  await write(at("b.html"), { length: 3 } as unknown as string);
  expect(readdirSync(folder)).toEqual(["file"]);
});

test("a folder that is not there has no bytes", async () => {
  expect(await bytesIn(at("nothing"))).toBe(0);
});
