import { expect, test } from "vitest";
import { parsePhone } from "./phone";

test.each([
  ["407-613-5555 x1449", "+14076135555", "1449"],
  ["(310) 314-6200 X3426", "+13103146200", "3426"],
  ["(562) 346-4835", "+15623464835", null],
  ["1-800-662-4357", "+18006624357", null],
  ["213-555-2368x9", "+12135552368", "9"],
  ["(213) 555-2368 X", "+12135552368", null],
  ["800-555HOPE", "+18005554673", null],
  ["855-YESYWCA", "+18559379922", null],
])("%s is read as %s with extension %s", (text, number, extension) => {
  expect(parsePhone(text)).toEqual({ number, extension });
});

test.each(["", " ", "- - -", "555-1234", "123-456-7890", "RES", "213-555-23680"])(
  "%j cannot be dialed and is no number",
  (text) => {
    expect(parsePhone(text)).toBeNull();
  },
);
