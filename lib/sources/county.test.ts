import { expect, test } from "vitest";
import { countyNamed, countyOfZip } from "./county";
import { readTable } from "./table";

const STATE_LIST = "prisma/seed/data/dhcs-sud-facilities-2026-08-21.csv";

test.each([
  ["90012", "Los Angeles"],
  ["93243", "Los Angeles"],
  ["92065", "San Diego"],
  ["91362", "Ventura"],
  ["94103", "San Francisco"],
  ["10001", null],
])("ZIP %s is in %s", (zip, county) => {
  expect(countyOfZip(zip)).toBe(county);
});

test("where three or more rows of the state's list name a county, the table does not contradict most of them", async () => {
  const byZip = new Map<string, string[]>();
  for await (const { cells } of (await readTable(STATE_LIST, ["zip", "county"])).rows) {
    const county = countyNamed(cells?.county ?? "");
    const zip = cells?.zip?.slice(0, 5) ?? "";
    if (county) byZip.set(zip, [...(byZip.get(zip) ?? []), county]);
  }
  const decided = [...byZip].filter(([, counties]) => counties.length >= 3);
  const otherwise = decided.filter(([zip, counties]) => {
    const votes = counties.filter((county) => county === countyOfZip(zip)).length;
    return votes * 2 < counties.length;
  });
  expect(decided.length).toBeGreaterThan(200);
  expect(otherwise).toEqual([]);
});

test.each([
  ["Los Angeles", "Los Angeles"],
  ["LOS ANGELES COUNTY", "Los Angeles"],
  [" san francisco county", "San Francisco"],
  ["Cook County", null],
  ["", null],
])("%j names %s", (text, county) => {
  expect(countyNamed(text)).toBe(county);
});
