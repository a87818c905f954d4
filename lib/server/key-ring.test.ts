import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { encryptionRing, keyFingerprint, namesEachKeyOnce, secretRing } from "./key-ring";

const idsAndSecrets = (setting: string) => secretRing(setting).map(({ id, key }) => [id, key.toString()]);

test.each([
  ["one secret without an id is s1", "x".repeat(32), [["s1", "x".repeat(32)]]],
  ["a comma belongs to a secret", "a secret, 32+", [["s1", "a secret, 32+"]]],
  [
    "and so it does in a ring, where the former secret has its id",
    "s2:new,er,s1:a secret, 32+",
    [
      ["s2", "new,er"],
      ["s1", "a secret, 32+"],
    ],
  ],
  [
    "blanks around a secret do not",
    "s2: new ,  s1:a secret, 32+ ",
    [
      ["s2", "new"],
      ["s1", "a secret, 32+"],
    ],
  ],
  ["a colon belongs to a secret", "s1:ab:cd", [["s1", "ab:cd"]]],
])("%s", (_, setting, ring) => expect(idsAndSecrets(setting)).toEqual(ring));

test("a ring of any secrets from a generator is read as it was written", () => {
  const secret = fc.integer({ min: 16, max: 64 }).map((length) => randomBytes(length).toString("hex"));
  const rings = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9]{1,8}$/), secret), {
    minLength: 1,
    selector: ([id]) => id,
  });
  fc.assert(
    fc.property(rings, (ring) => {
      expect(idsAndSecrets(ring.map((pair) => pair.join(":")).join(","))).toEqual(ring);
    }),
  );
});

test("an id that stands twice is noticed", () => {
  expect(namesEachKeyOnce(secretRing("s1:one,s2:two"))).toBe(true);
  expect(namesEachKeyOnce(secretRing("s1:one,s1:two"))).toBe(false);
});

test("a fingerprint tells keys and kinds apart, and does not contain the key", () => {
  const [k1, k2] = encryptionRing(`k1:${"A".repeat(43)}=,k2:${"B".repeat(42)}A=`);
  const prints = [keyFingerprint("encryption", k1!), keyFingerprint("encryption", k2!), keyFingerprint("secret", k1!)];
  expect(new Set(prints).size).toBe(3);
  for (const print of prints) expect(print).toMatch(/^[0-9a-f]{16}$/);
  expect(keyFingerprint("encryption", { ...k1!, id: "other" })).toBe(prints[0]);
});
