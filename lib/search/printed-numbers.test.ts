import fc from "fast-check";
import { expect, test } from "vitest";
import { bareNumber, numberWords, streetLine, takeNumbers } from "./printed-numbers";
import { inDocument } from "./words";

const NOTHING = { street: "", phone: null, intakePhones: [], licenseNumbers: [] };

const digits = fc.stringMatching(/^[2-9]\d{2}[2-9]\d{6}$/);
const gap = fc.constantFrom("", " ", "-", ".", " - ", "–");

test("a phone number is found as it is printed, however it is typed, with and without its area", () => {
  fc.assert(
    fc.property(digits, gap, gap, fc.constantFrom("", "1", "+1", "1-", "+1 "), (number, one, two, country) => {
      const words = numberWords({ ...NOTHING, phone: `+1${number}` });
      const [area, exchange, line] = [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
      for (const typed of [`${country}${area}${one}${exchange}${two}${line}`, `(${area}) ${exchange}${two}${line}`]) {
        const { rest, numbers } = takeNumbers(`call ${typed} now`);
        const conditions = numbers.map(({ condition }) => condition);
        expect([typed, rest.replace(/\s+/g, " "), conditions]).toEqual([typed, "call now", [inDocument(words[0]!)]]);
      }
      const typed = `${exchange}-${line}`;
      expect(takeNumbers(typed).numbers).toEqual([{ typed, condition: inDocument(words[1]!) }]);
    }),
  );
});

test.each(["190095MN", "190095 mn", "190095-MN"])("%s is a license's number", (typed) => {
  const [word] = numberWords({ ...NOTHING, licenseNumbers: ["190095MN"] });
  expect(takeNumbers(typed)).toEqual({ rest: " ", numbers: [{ typed, condition: inDocument(word!) }] });
});

test.each([
  ["90012-1234", "90012"],
  ["90012 1234", "90012"],
  ["detox 90012-1234", "detox 90012"],
  ["90012", "90012"],
  ["24 hours", "24 hours"],
  ["12 step", "12 step"],
  ["2026", "2026"],
])("%s has no number of a listing, and its ZIP code stays", (typed, rest) => {
  expect(takeNumbers(typed)).toEqual({ rest, numbers: [] });
});

test("a street line is a house number with a name; what begins otherwise is none", () => {
  expect(streetLine("4099 N. Mission Road")).toBe("':h4099' & (':smission':*)");
  expect(streetLine("845 E Arrow Hwy")).toBe("':h845' & (':sarrow':*)");
  for (const text of ["Mission Road", "90012", "", "5th Street", "P.O. Box 12"]) expect(streetLine(text)).toBeNull();
});

test("digits alone are a house number, or the first ones of a license", () => {
  expect(bareNumber("4099")).toBe("':h4099'");
  expect(bareNumber("190095")).toBe("(':h190095' | ':l190095':*)");
  for (const word of ["house", "4099a", "1234567", ""]) expect(bareNumber(word)).toBeNull();
});

test("each house of a range is found, and no number of a post-office box", () => {
  const words = numberWords({ ...NOTHING, street: "4439-4455 Burns Avenue" });
  expect(words).toEqual([":h4439", ":h4455", ":sburns", ":savenue"]);
  expect(numberWords({ ...NOTHING, street: "4099" })).toEqual([":h4099"]);
  expect(numberWords({ ...NOTHING, street: "P.O. Box 2743" })).toEqual([]);
  expect(numberWords(NOTHING)).toEqual([]);
});
