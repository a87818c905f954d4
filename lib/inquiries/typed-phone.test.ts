import { expect, test } from "vitest";
import { toE164 } from "./typed-phone";

test.each([
  ["(213) 555-0123", "+12135550123"],
  ["213.555.0123", "+12135550123"],
  ["1 213 555 0123", "+12135550123"],
  ["+1 213 555 0123", "+12135550123"],
  ["+52 55 1234 5678", "+525512345678"],
  ["+44 20 7946 0958", "+442079460958"],
])("%s becomes %s", (typed, e164) => expect(toE164(typed)).toBe(e164));

test.each([
  "",
  "555-0123",
  "123 555 0123",
  "+",
  "+0123456789",
  "213-555-0123 x4",
  "call me",
  "+52 55 <b>",
  "9".repeat(40),
])("%j cannot be dialed", (typed) => expect(toE164(typed)).toBeNull());
