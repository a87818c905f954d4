import { expect, test } from "vitest";
import { newFormKey, readFormKey } from "./form-key";

process.env.DATABASE_URL = "postgresql://nobody@localhost:1/none";

test("a form's identity says when it was shown and what it showed", () => {
  const key = readFormKey("a form", newFormKey("a form", "version 1", 1_000));
  const shown = { random: expect.stringMatching(/^[\w-]{22}$/) as string, shownAt: 1_000, note: "version 1" };
  expect(key).toMatchObject(shown);
});

test("two forms have two identities", () => {
  expect(newFormKey("a form", "", 1_000)).not.toBe(newFormKey("a form", "", 1_000));
});

test("an altered identity, another form's and no identity at all are not ours", () => {
  const key = newFormKey("a form");
  const later = Buffer.from(JSON.stringify(["x", 9_000, ""])).toString("base64url");
  expect(readFormKey("a form", `${later}.${key.split(".")[1]}`)).toBeNull();
  expect(readFormKey("another form", key)).toBeNull();
  expect(readFormKey("a form", "")).toBeNull();
});
