import { expect, test } from "vitest";
import { formatOf, numberOf } from "./format";

const asked = (query: string) => formatOf(`http://localhost/api/v1/rankings/los-angeles${query}`);

test("a URL that names no format is answered in JSON, one that names an unknown one or two is not", () => {
  expect([asked(""), asked("?format=json"), asked("?format=csv"), asked("?utm=1")]).toEqual([
    "json",
    "json",
    "csv",
    "json",
  ]);
  expect([asked("?format="), asked("?format=xml"), asked("?format=CSV"), asked("?format=csv&format=json")]).toEqual(
    Array(4).fill(null),
  );
});

test("an edition has one URL: other ways to write its number lead nowhere", () => {
  expect([numberOf("1"), numberOf("2147483647")]).toEqual([1, 2147483647]);
  for (const text of ["0", "01", "+1", "-1", "1.0", "1e1", " 1", "2147483648", "99999999999999999999", "", "one", "１"])
    expect(numberOf(text)).toBeNull();
});
