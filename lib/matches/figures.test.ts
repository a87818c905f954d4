// The figures that a count over the published files gave, by a script other than this importer.

import { beforeAll, expect, test } from "vitest";
import { FEDERAL_COLUMNS, FEDERAL_TELLING, readFederalRow, type FederalSite } from "@/lib/sources/federal";
import { countsAsLicense, matchLicenses, operatorNames, type FoundMatch } from "./match";
import { readRows, type Reading } from "@/lib/sources/rows";
import { readStateRow, STATE_COLUMNS, type LicenseColumns } from "@/lib/sources/state";
import { readTable, type TableRow } from "@/lib/sources/table";

const DATA = "prisma/seed/data";
const RETRIEVED = "2026-08-21";
const COUNTY = "Los Angeles";

let national: Reading<FederalSite>;
let sites: Reading<FederalSite>;
let state: Reading<LicenseColumns>;
let found: FoundMatch[];

beforeAll(async () => {
  const directory = await readTable(`${DATA}/samhsa-national-directory-2024.csv.gz`, FEDERAL_COLUMNS);
  const rows: TableRow[] = [];
  for await (const row of directory.rows) rows.push(row);
  national = await readRows(rows, (cells) => readFederalRow(cells, null), FEDERAL_TELLING);
  sites = await readRows(rows, (cells) => readFederalRow(cells, COUNTY), FEDERAL_TELLING);
  const licenses = await readTable(`${DATA}/dhcs-sud-facilities-2026-08-21.csv`, STATE_COLUMNS);
  state = await readRows(licenses.rows, (cells) => readStateRow(cells, null), { keyOf: ({ number }) => number });
  const additional = new Map(state.raw.map(({ key, data }) => [key, data.additional_locations ?? ""]));
  found = matchLicenses(
    sites.rows.map(({ key, columns }) => ({ id: key, ...columns, ...operatorNames(columns) })),
    state.rows.map((row) => ({ id: row.number, ...row, additionalLocations: additional.get(row.number) ?? "" })),
  );
});

test("the 2024 directory has 20,524 rows, of which 8,319 are about mental health and five are no facility", () => {
  expect(national.total).toBe(20_524);
  expect(national.skipped).toEqual({ mental_health: 8_319, other_county: 0 });
  expect(national.total - national.skipped.mental_health).toBe(12_205);
  expect(national.refused).toHaveLength(5);
});

test("Los Angeles County has 306 sites", () => {
  expect(sites.rows).toHaveLength(306);
});

test.each([
  ["OTP", 28],
  ["MU", 28],
  ["BU", 189],
  ["NU", 175],
  ["RES", 131],
  ["OP", 194],
  ["MD", 141],
  ["NOE", 252],
  ["SP", 140],
  ["NOOP", 32],
  ["AUDO", 3],
  ["DUO", 9],
])("%s is answered yes by %i sites", (code, count) => {
  expect(sites.rows.filter((row) => row.answers.yes.includes(code))).toHaveLength(count);
});

test("36 sites do not treat opioid use disorder, 270 do", () => {
  expect(sites.rows.filter((row) => !treatsOpioidUse(row))).toHaveLength(36);
  expect(sites.rows.filter((row) => treatsOpioidUse(row))).toHaveLength(270);
});

test("no code of the directory is unknown to the code book", () => {
  expect(national.rows.flatMap((row) => row.answers.unrecognised)).toEqual([]);
});

test("the state's file has 2,266 licenses, 826 in Los Angeles County, ten of those past their day", () => {
  const here = state.rows.filter((row) => row.county === COUNTY);
  expect(state.total).toBe(2_266);
  expect(here).toHaveLength(826);
  expect(here.filter((row) => !isCurrent(row))).toHaveLength(10);
});

test("188 sites have a current license; 173 of them treat opioid use disorder", () => {
  const licensed = sites.rows.filter(({ key }) => current().some(({ listingId }) => listingId === key));
  expect(licensed).toHaveLength(188);
  expect(licensed.filter(treatsOpioidUse)).toHaveLength(173);
});

test.each([
  ["own_address", 162],
  ["additional_location", 27],
  ["operator_and_zip", 11],
  ["other_name", 13],
  ["other_address", 25],
] as const)("%s: %i pairs", (basis, count) => {
  expect(found.filter((match) => match.basis === basis)).toHaveLength(count);
});

test.each([
  ["4439, 4445 and 4455 Burns Avenue", ["190095MN own_address certain"]],
  ["10342 DeSoto Avenue", ["190858CP own_address certain"]],
  ["305 South Central Avenue", ["190100EN additional_location certain"]],
  ["907-909 Pico Boulevard", ["190016PN additional_location certain"]],
  ["1230 North Marengo Avenue", ["190022AN own_address probable"]],
  ["11501 Dolan Street", ["190011AFN additional_location probable"]],
  ["18123 Prairie Avenue", ["190863GP own_address probable"]],
  ["501 East Harvard Street", ["191201BP other_name null"]],
  ["3440 Torrance Boulevard", ["190290AP other_address null"]],
])("%s", (street, matches) => {
  const ids = new Set(sites.rows.filter(({ columns }) => columns.street === street).map(({ key }) => key));
  expect(ids.size).toBe(1);
  expect(
    found
      .filter(({ listingId }) => ids.has(listingId))
      .map(({ licenseId, basis, certainty }) => `${licenseId} ${basis} ${certainty}`),
  ).toEqual(matches);
});

function treatsOpioidUse({ answers }: FederalSite): boolean {
  return !["NOOP", "AUDO", "DUO"].some((code) => answers.yes.includes(code));
}

function isCurrent({ expiresOn }: LicenseColumns): boolean {
  return expiresOn === null || expiresOn >= RETRIEVED;
}

/** The matches that count, of licenses that were current on the day of the list. */
function current(): FoundMatch[] {
  const numbers = new Set(state.rows.filter((row) => isCurrent(row)).map((row) => row.number));
  return found.filter((match) => countsAsLicense(match) && numbers.has(match.licenseId));
}
