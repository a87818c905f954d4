import { expect, test } from "vitest";
import { generatePassword, passwordOf } from "./password";
import { MIN_PASSWORD_LENGTH } from "./schema";

test.each([
  ["generated", () => generatePassword()],
  ["made of a secret", (at: number) => passwordOf(`secret ${at}`)],
])("a password %s is long, has no look-alikes and is never the same twice", (_, make) => {
  const made = Array.from({ length: 200 }, (_each, at) => make(at));
  expect(new Set(made).size).toBe(200);
  for (const password of made) {
    expect(password).toMatch(/^([abcdefghjkmnpqrstuvwxyz2-9]{5}-){3}[abcdefghjkmnpqrstuvwxyz2-9]{5}$/);
    expect(password.length).toBeGreaterThan(MIN_PASSWORD_LENGTH);
  }
});

test("the same secret makes the same password", () => {
  expect(passwordOf("one")).toBe(passwordOf("one"));
});
