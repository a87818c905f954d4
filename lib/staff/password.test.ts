import { expect, test } from "vitest";
import { generatePassword } from "./password";
import { PASSWORD_MIN } from "./schema";

test("a generated password is long, has no look-alikes and is never the same twice", () => {
  const made = Array.from({ length: 200 }, generatePassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) {
    expect(password).toMatch(/^([abcdefghjkmnpqrstuvwxyz2-9]{5}-){3}[abcdefghjkmnpqrstuvwxyz2-9]{5}$/);
    expect(password.length).toBeGreaterThan(PASSWORD_MIN);
  }
});
