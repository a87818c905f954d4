import { describe, expect, test } from "vitest";
import { keyFingerprint, type KeyKind } from "./key-ring";
import { compareRing, type RecordedKey } from "./recorded-keys";

const key = (id: string, word = id) => ({ id, key: Buffer.from(word.repeat(16)) });
const known = (id: string, changes: Partial<RecordedKey> = {}, kind: KeyKind = "encryption"): RecordedKey => ({
  kind,
  keyId: id,
  fingerprint: keyFingerprint(kind, key(id)),
  isLost: false,
  ...changes,
});
const fits = { wrong: [], absent: [], isStrange: false };

describe("a ring beside what a database knows", () => {
  test.each([
    ["the same keys", [key("k2"), key("k1")], [known("k2"), known("k1")], fits],
    ["a new key in front", [key("k3"), key("k1")], [known("k1")], fits],
    ["a database that knows none", [key("k1")], [], fits],
    ["one of two gone", [key("k2")], [known("k2"), known("k1")], { ...fits, absent: ["k1"] }],
    ["no key at all", [], [known("k2"), known("k1")], { ...fits, absent: ["k2", "k1"], isStrange: true }],
    ["another house's", [key("k9")], [known("k1")], { ...fits, absent: ["k1"], isStrange: true }],
    ["another key by the id", [key("k1", "x")], [known("k1")], { ...fits, wrong: ["k1"], isStrange: true }],
    ["the same among right ones", [key("k2"), key("k1", "x")], [known("k2"), known("k1")], { ...fits, wrong: ["k1"] }],
    ["another's, all lost", [key("k9")], [known("k1", { isLost: true })], fits],
    [
      "another's, one lost",
      [key("k9")],
      [known("k2"), known("k1", { isLost: true })],
      { ...fits, absent: ["k2"], isStrange: true },
    ],
    ["a lost id used again", [key("k1", "x")], [known("k1", { isLost: true })], { ...fits, wrong: ["k1"] }],
    ["a lost key found again", [key("k1")], [known("k1", { isLost: true })], fits],
    ["lost before it was seen", [key("k9")], [known("k1", { isLost: true, fingerprint: null })], fits],
    ["keys of the other kind only", [key("k9")], [known("s1", {}, "secret")], fits],
  ])("%s", (_, ring, recorded, expected) => {
    expect(compareRing("encryption", ring, recorded)).toEqual(expected);
  });
});
