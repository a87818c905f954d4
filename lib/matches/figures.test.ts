// The figures that a count over the published files gave, by a script other than this importer.

import { beforeAll, expect, test } from "vitest";
import { FEDERAL_COLUMNS, FEDERAL_TELLING, readFederalRow, type FederalSite } from "@/lib/sources/federal";
import { matchLicenses, type FoundMatch } from "./match";
import { readRows, type Reading } from "@/lib/sources/rows";
import { readStateRow, STATE_COLUMNS, type LicenseColumns } from "@/lib/sources/state";
import { readTable, type TableRow } from "@/lib/sources/table";

const DATA = "prisma/seed/data";
const RETRIEVED = "2026-08-21";
const COUNTY = "Los Angeles";

let national: Reading<FederalSite>;
let sites: Reading<FederalSite>;
let state: Reading<LicenseColumns>;
let additional: Map<string, string>;

beforeAll(async () => {
  const directory = await readTable(`${DATA}/samhsa-national-directory-2024.csv.gz`, FEDERAL_COLUMNS);
  const rows: TableRow[] = [];
  for await (const row of directory.rows) rows.push(row);
  national = await readRows(rows, (cells) => readFederalRow(cells, null), FEDERAL_TELLING);
  sites = await readRows(rows, (cells) => readFederalRow(cells, COUNTY), FEDERAL_TELLING);
  const licenses = await readTable(`${DATA}/dhcs-sud-facilities-2026-08-21.csv`, STATE_COLUMNS);
  state = await readRows(licenses.rows, (cells) => readStateRow(cells, null), { keyOf: ({ number }) => number });
  additional = new Map(state.raw.map(({ key, data }) => [key, data.additional_locations ?? ""]));
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

test("193 sites match a current license: 160 by address, 33 by phone and ZIP; 178 treat opioid use disorder", () => {
  const matched = currentMatches();
  const by = (method: FoundMatch["method"]) => [...matched.values()].filter((each) => each === method);
  expect([matched.size, by("address").length, by("phone_zip").length]).toEqual([193, 160, 33]);
  expect(sites.rows.filter((row) => matched.has(row.key) && treatsOpioidUse(row))).toHaveLength(178);
});

function treatsOpioidUse({ answers }: FederalSite): boolean {
  return !["NOOP", "AUDO", "DUO"].some((code) => answers.yes.includes(code));
}

function isCurrent({ expiresOn }: LicenseColumns): boolean {
  return expiresOn === null || expiresOn >= RETRIEVED;
}

function currentMatches(): Map<string, FoundMatch["method"]> {
  const current = new Set(state.rows.filter((row) => isCurrent(row)).map((row) => row.number));
  const found = matchLicenses(
    sites.rows.map((row) => ({ id: row.key, ...row.columns })),
    state.rows.map((row) => ({ id: row.number, ...row, additionalLocations: additional.get(row.number) ?? "" })),
  );
  return new Map(
    found
      .filter(({ doubtful, licenseId }) => !doubtful && current.has(licenseId))
      .map(({ listingId, method }) => [listingId, method]),
  );
}
