// How many places the published directory names, counted twice: by the importer, and by a plain count that knows nothing of
// its rules. The plain count compares names, street, unit, city and ZIP letter by letter, and the codes as a set.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { FEDERAL_COLUMNS, FEDERAL_TELLING, readFederalRow, type FederalSite } from "./federal";
import { readRows, type Reading } from "./rows";
import { readTable, type TableRow } from "./table";

const DIRECTORY = "prisma/seed/data/samhsa-national-directory-2024.csv.gz";
const ADDRESS = ["name1", "name2", "street1", "street2", "city", "zip"];
const PHONES = ["phone", "intake1", "intake2", "intake1a", "intake2a"];
type Row = Record<string, string>;

let rows: Row[];
let table: TableRow[];
let national: Reading<FederalSite>;

beforeAll(async () => {
  const all: Row[] = parse(gunzipSync(readFileSync(DIRECTORY)), { columns: true });
  rows = all
    .map((row, index): Row => ({ ...row, line: String(index + 2) }))
    .filter((row) => row.directory_type === "substance");
  table = [];
  for await (const row of (await readTable(DIRECTORY, FEDERAL_COLUMNS)).rows) table.push(row);
  national = await readRows(table, (cells) => readFederalRow(cells, null), FEDERAL_TELLING);
});

const columns = (names: readonly string[]) => (row: Row) =>
  names.map((name) => row[name]?.toLowerCase() ?? "").join("|");
const address = columns(ADDRESS);
const codes = ({ service_code_info = "" }: Row) => [...new Set(service_code_info.split(/[ *]+/))].sort().join(" ");
const said = (row: Row) => `${address(row)}|${codes(row)}`;
const lines = (group: readonly Row[]) => group.map(({ line }) => Number(line));

/** Rows that are equal in what `of` says, where there are several. */
function alike(of: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(of(row), [...(groups.get(of(row)) ?? []), row]);
  return [...groups.values()].filter((group) => group.length > 1);
}

test("the 12,205 rows of 2024 differ in address or answers 12,197 times, blank rows counted as one", () => {
  expect(rows).toHaveLength(12_205);
  expect(new Set(rows.map(said)).size).toBe(12_197);
});

test("five of them are no places: three blank rows, and the head of the sheet of codes, each refused by its line", () => {
  const nameless = rows.filter(({ name1 }) => name1 === "");
  expect(nameless.map(({ line, name2 }) => [Number(line), name2])).toEqual([
    [20_521, ""],
    [20_522, ""],
    [20_523, ""],
    [20_524, "Substance use treatment"],
    [20_525, "SA"],
  ]);
  expect(national.refused).toEqual([
    ...[20_521, 20_522, 20_523].map((line) => ({ line, reason: "the row is blank" })),
    { line: 20_524, reason: '"Hospital inpatient/24-hour hospital inpatient" is no state' },
    { line: 20_525, reason: '"OP" is no ZIP code' },
  ]);
});

test("rows alike in address and answers: the blank ones, three pairs listed twice, and three places told by their phones", () => {
  const twice = alike((row) => said(row) + columns(PHONES)(row)).map(lines);
  expect(twice).toEqual([
    [9_111, 9_112],
    [9_129, 9_130],
    [9_190, 9_191],
    [20_521, 20_522, 20_523],
  ]);
  expect(
    alike(said)
      .map(lines)
      .filter((group) => !twice.some((other) => other[0] === group[0])),
  ).toEqual([
    [9_340, 9_341],
    [10_026, 10_027, 10_028],
  ]);
  expect(national.listedTwice.map(({ line, sameAs }) => [sameAs, line])).toEqual(twice.slice(0, 3));
});

test("so 12,197 places are read: 12,205 rows without five that are none and three listed twice", () => {
  expect(national.rows).toHaveLength(12_205 - 5 - 3);
  expect(new Set(national.rows.map(({ key }) => key)).size).toBe(12_197);
});

test("eight groups alike in address answer differently, four of them with one phone, and each row stays a place", () => {
  const differ = alike(address).filter((group) => new Set(group.map(codes)).size > 1);
  expect(differ).toHaveLength(8);
  // A number and its extension are two: 916-989-1675, and 916-989-1675 x33.
  expect(differ.filter((group) => new Set(group.map(({ phone = "" }) => phone)).size === 1)).toHaveLength(4);
  const apart = (how: "answers" | "phones") =>
    national.apart.filter((group) => group.differ === how).map((group) => group.rows.map(({ line }) => line));
  // By meaning they are nine: Suite A and Unit A of 78 Centennial Loop are one door, with two programs.
  expect(apart("answers")).toEqual([...differ.map(lines), [17_855, 17_857]].sort(([a = 0], [b = 0]) => a - b));
  expect(apart("phones")).toEqual([
    [9_340, 9_341],
    [10_026, 10_027, 10_028],
  ]);
});

test("the 306 rows of Los Angeles County are 306 places, two of them programs of one operator at one door", async () => {
  const here = await readRows(table, (cells) => readFederalRow(cells, "Los Angeles"), FEDERAL_TELLING);
  expect([here.raw.length, here.rows.length, here.listedTwice, here.apart]).toEqual([306, 306, [], []]);
  const pomona = here.rows.filter(
    ({ columns: { street, zip } }) => street === "845 East Arrow Highway" && zip === "91767",
  );
  const detox = ["DT", "BU", "MD"];
  expect(
    pomona.map(({ columns: { unit }, answers }) => [unit, detox.filter((code) => answers.yes.includes(code))]),
  ).toEqual([
    ["FOTEP", []],
    ["Prototypes Womens Center Pomona", detox],
  ]);
});
