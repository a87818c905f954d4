import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressKey, houseAddress, isConfidential, isPostOfficeBox, namesHouse, parseZip, readZip } from "./address";

describe("two ways to write one address are one", () => {
  test.each([
    ["8019 South Compton Avenue", "8019 COMPTON AVENUE"],
    ["520 North La Brea Avenue", "520 NORTH LA BREA"],
    ["44459 10th Street West", "44459 NORTH 10TH STREET WEST"],
    ["18123 Prairie Avenue", "18123 PRAIRIE AVE."],
    ["2116-2118 South Central Avenue", "2116 S. CENTRAL AVENUE"],
    ["133 North Altadena Drive Suite 401", "133 NORTH ALTADENA"],
    ["12304 Santa Monica Blvd #104", "12304 SANTA MONICA BOULEVARD"],
  ])("%s and %s", (federal, state) => {
    expect(addressKey(federal, "90001")).toBe(addressKey(state, "90001"));
    expect(addressKey(federal, "90001")).not.toBeNull();
  });

  test("whatever the letters' case and the blanks", () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), word, word, (house, one, other) => {
        const line = `${house} ${one} ${other} Avenue`;
        const loud = `  ${line.toUpperCase().replaceAll(" ", "   ")}. `;
        expect(addressKey(loud.trim(), "90001")).toBe(addressKey(line, "90001"));
      }),
    );
  });
});

test.each([
  ["100 Main Street", "90001", "100 Main Street", "90002"],
  ["100 Main Street", "90001", "102 Main Street", "90001"],
  ["100 1st Street", "90001", "100 2nd Street", "90001"],
])("%s %s is not %s %s", (line, zip, otherLine, otherZip) => {
  expect(addressKey(line, zip)).not.toBe(addressKey(otherLine, otherZip));
});

test.each(["- - -", "---", "", "P.O. Box 2743", "Highway 31 South"])("%j has no house number", (line) => {
  expect(houseAddress(line)).toBeNull();
});

test("a house is found among a license's additional locations, and only that house", () => {
  const text = "3739, 3745 & 3750 SUITE B SOUTH GRAND AVENUE";
  expect(namesHouse(text, { house: "3745", street: "grand" })).toBe(true);
  expect(namesHouse(text, { house: "374", street: "grand" })).toBe(false);
  expect(namesHouse(text, { house: "3745", street: "main" })).toBe(false);
});

test.each([
  ["90806", "90806"],
  ["90806-1234", "90806"],
  ["908061234", "90806"],
  ["1902", "01902"],
  ["907", "00907"],
  ["", null],
  ["9O012", null],
  ["RES", null],
])("the ZIP %j is read as %s", (text, zip) => {
  expect(parseZip(text)).toBe(zip);
});

test.each([
  ["90012", "90012", null],
  ["90012-1234", "90012", "1234"],
  ["900121234", "90012", "1234"],
  ["90012-", "90012", null],
  ["90012 1234", "90012", "1234"],
  ["90012–1234", "90012", "1234"],
  ["90012.0", "90012", null],
  ["CA 90012", "90012", null],
  ["ca 90012-1234", "90012", "1234"],
])("in California the ZIP %j is %s and %s", (text, zip, plus4) => {
  expect(readZip(text, "CA")).toEqual({ zip, plus4 });
});

test.each(
  "9001|900|9001-1234|90O12|9.0012E+04|90012-12|9001212|90012123|NV 90012|90012, CA|10001|01902|00000|-|N/A|".split(
    "|",
  ),
)("in California %j is no ZIP", (text) => {
  expect(readZip(text, "CA")).toBeNull();
});

test("a ZIP that lost its zero is read only where ZIPs begin with one", () => {
  expect(["MA", "PR", "CA", "NY"].map((state) => readZip("1902", state)?.zip)).toEqual(
    ["01902", "01902", undefined, undefined], // in that order
  );
});

test("a confidential site and a post-office box are told from an address", () => {
  expect(["- - -", "---", "1 Elm"].map(isConfidential)).toEqual([true, true, false]);
  expect(["P.O. Box 2743", "PO Box 1", "1 Box Street"].map(isPostOfficeBox)).toEqual([true, true, false]);
});
