import { expect, test } from "vitest";
import { missingKeys, readManifest, unknownMigrations } from "./manifest";

const [a, b, c, d] = ["a", "b", "c", "d"].map((digit) => digit.repeat(16)) as [string, string, string, string];
const keys = {
  here: { encryption: { k2: b, k1: a }, secret: { s1: c } },
  needed: { encryption: ["k1"], secret: ["s1"] },
};

test("a key is missing only when a value needs it, and when it is another one of the same id", () => {
  const here = { encryption: { k1: a }, secret: { s2: d, s1: c } };
  expect(missingKeys({ keys }, here)).toEqual([]);
  expect(missingKeys({ keys }, { ...here, encryption: {} })).toEqual([
    { kind: "encryption", id: "k1", fingerprint: a, differs: false },
  ]);
  expect(missingKeys({ keys }, { ...here, encryption: { k1: d } })).toMatchObject([{ id: "k1", differs: true }]);
  expect(missingKeys({ keys }, { ...here, secret: { s1: d } })).toMatchObject([{ kind: "secret", differs: true }]);
  expect(missingKeys({ keys }, { ...here, secret: { s2: d } })).toMatchObject([{ kind: "secret", differs: false }]);
});

test("a key that was lost before the backup is missing, with a fingerprint that nobody knows", () => {
  const lost = { keys: { ...keys, needed: { encryption: ["k0"], secret: [] } } };
  expect(missingKeys(lost, keys.here)).toEqual([{ kind: "encryption", id: "k0", fingerprint: null, differs: false }]);
  // Found again, it may be the one.
  expect(missingKeys(lost, { ...keys.here, encryption: { k0: d } })).toEqual([]);
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
