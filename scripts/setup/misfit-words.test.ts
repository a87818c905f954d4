import { describe, expect, test } from "vitest";
import { misfitWords, type Misfit } from "./misfit-words";

const place = { file: "/data/secrets.json", isOwn: true };
const none: Misfit = { setting: "ENCRYPTION_KEYS", trouble: "none", ids: [], lost: ["k2", "k1"], from: null };
const strange: Misfit = { setting: "APP_SECRET", trouble: "strange", ids: ["s9"], lost: ["s1"], from: "file" };
const wrong: Misfit = { setting: "ENCRYPTION_KEYS", trouble: "wrong", ids: ["k1"], lost: ["k1"], from: "file" };
const commandOf = (words: string) => /npm run reencrypt -- (.*)$/.exec(words)?.[1];

describe("words about keys that do not fit name each key and where it stands", () => {
  test.each([
    [
      "none",
      none,
      "ENCRYPTION_KEYS is neither in /data/secrets.json nor in the environment or .env. The database was used with k2, k1.",
    ],
    [
      "another house's",
      strange,
      "APP_SECRET of /data/secrets.json has s9. The database was used with s1, and with none of these.",
    ],
    ["of the environment", { ...strange, from: "environment" }, "APP_SECRET of the environment or .env has s9."],
    [
      "others by a known id",
      wrong,
      "ENCRYPTION_KEYS of /data/secrets.json has other keys than the database by the same ids: k1.",
    ],
  ] as const)("%s", (_, misfit, expected) => {
    expect(misfitWords([misfit], place)).toContain(expected);
  });
});

test("the remedy of the file is said to count only where the environment has no such keys", () => {
  const outside = /APP_SECRET is set in the environment or \.env and counts before \/data\/secrets\.json/;
  expect(misfitWords([{ ...strange, from: "environment" }], place)).toMatch(outside);
  for (const misfit of [none, strange, wrong]) expect(misfitWords([misfit], place)).not.toMatch(/counts? before/);
});

describe("their way out", () => {
  test("names every lost key once, after a backup", () => {
    const words = misfitWords([none, { ...strange, lost: ["s1", "k1"] }], place);
    expect(commandOf(words)).toBe("--lost k2 --lost k1 --lost s1");
    expect(words.indexOf("npm run backup")).toBeLessThan(words.indexOf("npm run reencrypt"));
  });

  test("is the receipts' when a lost secret is older than the records of keys, and has no id", () => {
    expect(commandOf(misfitWords([none, { ...strange, trouble: "none", lost: [], from: null }], place))).toBe(
      "--lost k2 --lost k1 --lost-receipts",
    );
  });

  test.each([
    [
      "a key takes the id of another",
      wrong,
      place,
      /take k1 out of ENCRYPTION_KEYS in \/data\/secrets\.json, or give new ids/,
    ],
    [
      "a database of others has no keys",
      none,
      { ...place, isOwn: false },
      /set ENCRYPTION_KEYS in \.env, with a new id: openssl rand -base64 32/,
    ],
    [
      "a file is not read for a database of others",
      strange,
      { ...place, isOwn: false },
      /set APP_SECRET in \.env, with a new id: openssl rand -hex 32/,
    ],
  ] as const)("begins with what has to be done first: %s", (_, misfit, where, expected) => {
    expect(misfitWords([misfit], where)).toMatch(expected);
    expect(misfitWords([none], place)).not.toMatch(expected);
  });
});
