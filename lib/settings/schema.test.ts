import { expect, test } from "vitest";
import { settingSchemas } from "./schema";

const numbers = (number: string, tty?: string) =>
  settingSchemas.crisisNumbers.safeParse([
    { key: "emergency", number: "911" },
    { key: "lifeline", number: "988" },
    { key: "samhsa", number, tty },
  ]).success;

test.each(["211", "1-800-662-4357", "800-662-4357", "18006624357"])("%s can be dialed", (number) => {
  expect([numbers(number), numbers("988", number)]).toEqual([true, true]);
});

test.each(["", "-", "---", "9-", "12", "1234", "1-800-662-435", "0-800-662-4357", "988x", "1-800-662-4357-0000"])(
  "%s is no number",
  (number) => {
    expect([numbers(number), numbers("988", number)]).toEqual([false, false]);
  },
);

test.each([
  ["+12135550123", true],
  ["+34911234567", true],
  ["+1000", false],
  ["+1123456789", false],
  ["+10005550123", false],
  ["213-555-0123", false],
])("the team's phone %s: %s", (phone, isRight) => {
  expect(settingSchemas.teamContact.safeParse({ email: null, phone }).success).toBe(isRight);
});
