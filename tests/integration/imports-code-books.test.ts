import { beforeEach, expect, test } from "vitest";
import { FEDERAL_COLUMNS } from "@/lib/sources/federal";
import { factOf, resolveFacts } from "@/lib/facts/facts";
import { db } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { testDatabase } from "../support/database";
import { federalFile, forgetImports, importLocally } from "../support/import-files";
import { workbookFile } from "../support/workbook-file";

testDatabase();

beforeEach(forgetImports);

const CODE_SHEET = ["category_code", "category_name", "service_code", "service_name", "service_description"];
const codeSheet = (...codes: [category: string, code: string][]) => [
  CODE_SHEET,
  ...codes.map(([category, code]) => [category, "", code, "", ""]),
];

/** The current fact sheet of every listing by date. */
async function answers() {
  const sheets = await db.factSheet.findMany({
    select: { asOf: true, yes: true, no: true, unrecognised: true },
    orderBy: { asOf: "asc" },
  });
  return sheets.map(({ asOf, ...sheet }) => ({ year: asOf.getUTCFullYear(), ...sheet }));
}

test("what a workbook's own sheet of codes does not list was not asked; a renamed code is what it became", async () => {
  const codes = codeSheet(["TC", "SA"], ["OM", "BU"], ["OM", "MU"], ["OT", "BUM"], ["OT", "ULC"], ["OT", "NEW"]);
  const row = (name: string, services: string) => [
    name,
    "",
    "1 Elm St",
    "",
    "Los Angeles",
    "CA",
    "90012",
    "",
    "",
    "",
    "",
    "",
    services,
  ];
  const file = workbookFile({
    Facilities: [[...FEDERAL_COLUMNS], row("Alpha", "SA * BU * ULC"), row("Beta", "SA * BUM NEW")],
    Codes: codes,
  });
  const report = await importLocally("samhsa", "2022", file);
  expect(report.book).toMatchObject({ origin: "file" });
  expect(report.book?.notAsked).toEqual(expect.arrayContaining(["NU", "PAIN", "NMOA"]));
  expect(report.book?.notAsked).not.toContain("DLC");
  expect(report.unknownCodes).toEqual([["NEW", 1]]);
  expect(await answers()).toEqual(
    expect.arrayContaining([
      { year: 2021, yes: ["BU", "DLC", "SA"], no: ["BUM", "MU"], unrecognised: [] },
      { year: 2021, yes: ["BUM", "SA"], no: ["DLC"], unrecognised: ["NEW"] },
    ]),
  );
  const { codeBook } = await db.import.findFirstOrThrow({ select: { codeBook: true } });
  expect(codeBook).toEqual({
    origin: "file",
    categories: { TC: ["SA"], OM: ["BU", "MU"], OT: ["BUM", "ULC", "NEW"] },
  });
});

test("of an edition whose book nobody has, what no row of the whole file names was not asked", async () => {
  const file = federalFile(
    { service_code_info: "SA * BU * ULC" },
    { name1: "Elsewhere", zip: "94103", service_code_info: "SA * MU * BUM" },
  );
  const report = await importLocally("samhsa", "2019", file);
  expect(report.book?.origin).toBe("rows");
  expect(await answers()).toEqual([{ year: 2018, yes: ["BU", "DLC", "SA"], no: ["BUM", "MU"], unrecognised: [] }]);
});

test("an answer carries over an edition that did not ask", async () => {
  const row = { service_code_info: "SA * BU NU" };
  await importLocally("samhsa", "2024", federalFile(row));
  await importLocally("samhsa", "2025", federalFile({ service_code_info: "SA * BU" }));
  const sheets = await db.factSheet.findMany({
    select: { source: true, asOf: true, asOfPrecision: true, yes: true, no: true, unknown: true },
  });
  const facts = resolveFacts(sheets.map(({ asOf, ...sheet }) => ({ ...sheet, asOf: toIsoDate(asOf) })));
  expect(factOf(facts, "NU")).toMatchObject({ value: "yes", asOf: "2023-01-01" });
  expect(factOf(facts, "MU")).toMatchObject({ value: "no", asOf: "2023-01-01" });
  expect(factOf(facts, "BU")).toMatchObject({ value: "yes", asOf: "2024-01-01" });
});

test("a code that is named unusually rarely beside the editions around it is reported", async () => {
  const rows = (codes: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ street1: `${index} Oak Street`, service_code_info: codes }));
  await importLocally("samhsa", "2022", federalFile(...rows("SA * BU NU", 30), ...rows("SA * BU", 2)));
  await importLocally("samhsa", "2024", federalFile(...rows("SA * BU NU", 31), ...rows("SA * BU", 1)));
  const report = await importLocally("samhsa", "2023", federalFile(...rows("SA * BU NU", 2), ...rows("SA * BU", 30)));
  expect(report.strangeCounts).toEqual([
    { code: "NU", here: { rows: 2, of: 32 }, there: { edition: "2022", rows: 30, of: 32 } },
    { code: "NU", here: { rows: 2, of: 32 }, there: { edition: "2024", rows: 31, of: 32 } },
  ]);
});
