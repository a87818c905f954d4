import { expect, test } from "vitest";
import { parseZip, readZip } from "./zip";

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
