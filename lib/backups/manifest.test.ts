import { expect, test } from "vitest";
import { missingKeys, readManifest, unknownMigrations } from "./manifest";

const keys = { ring: { k2: "b".repeat(16), k1: "a".repeat(16) }, needed: ["k1"], secret: "c".repeat(16) };

test("a key is missing only when a value needs it, and when it is another one of the same id", () => {
  const here = { ring: { k1: "a".repeat(16) }, secret: keys.secret };
  expect(missingKeys({ keys }, here)).toEqual([]);
  expect(missingKeys({ keys }, { ...here, ring: {} })).toEqual([
    { id: "k1", fingerprint: "a".repeat(16), differs: false },
  ]);
  expect(missingKeys({ keys }, { ...here, ring: { k1: "d".repeat(16) } })).toMatchObject([{ id: "k1", differs: true }]);
  expect(missingKeys({ keys }, { ...here, secret: "e".repeat(16) })).toMatchObject([{ id: null, differs: true }]);
});

test("a key that was lost before the backup is missing, with a fingerprint that nobody knows", () => {
  const lost = { keys: { ...keys, needed: ["k0"] } };
  const here = { ring: keys.ring, secret: keys.secret };
  expect(missingKeys(lost, here)).toEqual([{ id: "k0", fingerprint: null, differs: false }]);
});

test("a migration is known by its name and its script", () => {
  const migrations = [
    { name: "a", checksum: "1" },
    { name: "b", checksum: "2" },
  ];
  expect(
    unknownMigrations(
      { migrations },
      new Map([
        ["a", "1"],
        ["b", "2"],
        ["c", "3"],
      ]),
    ),
  ).toEqual([]);
  expect(unknownMigrations({ migrations }, new Map([["a", "other"]]))).toEqual(["a", "b"]);
});

test.each(["", "{", "{}", '{"format":2}'])("%j is no manifest that we read", (text) => {
  expect(readManifest(text)).toBeNull();
});
