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

test.each([
  "190095MN",
  "190095 mn",
  "190095-MN",
  "19-0095MN",
  "19-0095-mn",
  "19 0095 MN",
  "19 0095mn",
  "19.0095 Mn",
  "19–0095MN",
])("%s is a license's number", (typed) => {
  const [word] = numberWords({ ...NOTHING, licenseNumbers: ["190095MN"] });
  const { rest, numbers } = takeNumbers(typed);
  expect([rest, numbers.map(({ condition }) => condition)]).toEqual([" ", [inDocument(word!)]]);
});

test("a license's number without its letters has its dash", () => {
  expect(takeNumbers("lic 19-0095").numbers).toEqual([{ typed: "19-0095", condition: "':l190095':*" }]);
});

test.each([
  ["90012-1234", "90012"],
  ["90012 1234", "90012"],
  ["detox 90012-1234", "detox 90012"],
  ["90012", "90012"],
  ["24 hours", "24 hours"],
  ["12 step", "12 step"],
  ["2026", "2026"],
  ["60 1234 in Pasadena", "60 1234 in Pasadena"],
  ["12 2026", "12 2026"],
  ["4439-4455 Burns", "4439-4455 Burns"],
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

test.each([
  ["4439-4455 Burns Avenue", [":h4439", ":h4455"]],
  ["1869 and 1871 9th Street", [":h1869", ":h1871"]],
  ["1869 & 1871 9th Street", [":h1869", ":h1871"]],
  ["23279/23281 Leonora Dr", [":h23279", ":h23281"]],
  ["4439, 4445 and 4455 Burns Avenue", [":h4439", ":h4445", ":h4455"]],
  ["3137-39 East 7th Street", [":h3137", ":h39", ":h3139"]],
  ["100 to 110 Main Street", [":h100", ":h110"]],
  ["100 and Main Street", [":h100"]],
  ["4099", [":h4099"]],
  ["9th Street", []],
  ["P.O. Box 2743", []],
  ["", []],
])("%s is found by each of its houses, however they are divided", (street, houses) => {
  const words = numberWords({ ...NOTHING, street });
  expect(words.filter((word) => word.startsWith(":h"))).toEqual(houses);
  for (const house of houses.map((each) => each.slice(2)))
    expect([street, streetLine(`${house} ${street.replace(/^.*?(?=[A-Z]|9th)/, "")} x`)]).toEqual([
      street,
      expect.stringContaining(`':h${house}' &`),
    ]);
});

test("a street's words are kept, and names of two words as one too; none of a post-office box", () => {
  expect(numberWords({ ...NOTHING, street: "1750 South La Cienega Boulevard" })).toEqual([
    ":h1750",
    ":ssouth",
    ":sla",
    ":scienega",
    ":sboulevard",
    ":slacienega",
  ]);
  expect(numberWords(NOTHING)).toEqual([]);
});
