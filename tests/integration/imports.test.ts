import { expect, test } from "vitest";
import { isOwnLicense } from "@/lib/facts/select";
import { system } from "@/lib/audit/actor";
import { toIsoDate } from "@/lib/shared/dates";
import { factOf, resolveFacts } from "@/lib/facts/facts";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import {
  DIRECTORY_2023,
  DIRECTORY_2024,
  importedState,
  importLocally,
  STATE_LIST,
  tableContents,
} from "../support/import-files";
import { takeBackImport } from "@/lib/imports/take-back";

testDatabase({ seeded: true });

/** Not those that the state's list makes of licenses. */
const SURVEYED = { knownByLicense: null } as const;

test("the seed holds the 306 sites of Los Angeles County, published, and its 826 licenses", async () => {
  expect(await db.listing.count({ where: { status: "published", county: "Los Angeles", ...SURVEYED } })).toBe(306);
  expect(await db.listing.count({ where: SURVEYED })).toBe(306);
  expect(await db.license.count({ where: { county: "Los Angeles" } })).toBe(826);
  expect(await db.license.count({ where: { expiresOn: { lt: new Date("2026-08-21") } } })).toBe(10);
});

test.each([
  ["OTP", 28],
  ["BU", 189],
  ["NU", 175],
  ["RES", 131],
  ["OP", 194],
  ["MD", 141],
  ["NOE", 252],
  ["SP", 140],
])("%s is a fact of %i listings", async (attribute, count) => {
  expect(await db.factSheet.count({ where: { source: "samhsa", yes: { has: attribute } } })).toBe(count);
});

test("270 listings treat opioid use disorder, and 173 of them are among the 188 with a current license", async () => {
  const other = { factSheets: { some: { yes: { hasSome: ["NOOP", "AUDO", "DUO"] } } } };
  const license = { expiresOn: { gte: new Date("2026-08-21") } };
  const matched = { licenseMatches: { some: { ...isOwnLicense, license } }, ...SURVEYED };
  expect(await db.listing.count({ where: other })).toBe(36);
  expect(await db.listing.count({ where: { NOT: other, ...SURVEYED } })).toBe(270);
  expect(await db.listing.count({ where: matched })).toBe(188);
  expect(await db.listing.count({ where: { ...matched, NOT: other } })).toBe(173);
});

test("pairs by what was found: three bases count, two earn nothing", async () => {
  const pairs = await db.licenseMatch.groupBy({ by: ["basis"], _count: true, where: { listing: SURVEYED } });
  expect(Object.fromEntries(pairs.map(({ basis, _count }) => [basis, _count]))).toEqual({
    own_address: 162,
    additional_location: 27,
    operator_and_zip: 11,
    other_name: 13,
    other_address: 24,
  });
});

test("raw rows are kept as the file has them, and the import is in the audit trail", async () => {
  const edition = await db.sourceEdition.findFirstOrThrow({
    where: { source: "samhsa" },
    select: { rowCount: true, checksum: true, county: true, records: { select: { data: true }, take: 1 } },
  });
  expect(edition).toMatchObject({
    rowCount: 306,
    county: "Los Angeles",
    checksum: "df025b78a348bb178fd9251559da85ec892761ea61e3b4637cabf3df26e5be64",
    records: [{ data: { directory_type: "substance", state: "CA" } }],
  });
  expect(await db.auditEvent.count({ where: { action: "import.completed", actorName: "seed" } })).toBe(2);
});

test("a position is the license's at the very address, else the middle of the ZIP, and never another house's", async () => {
  const elsewhere = ["additional_location", "operator_and_zip", "other_address"] as const;
  const listings = await db.listing.findMany({
    where: { licenseMatches: { some: {}, every: { basis: { in: [...elsewhere] } } } },
    select: { positionSource: true },
  });
  expect(new Set(listings.map(({ positionSource }) => positionSource))).toEqual(new Set(["zip_centroid"]));
  expect(await db.listing.count({ where: { street: "", positionSource: { not: "zip_centroid" } } })).toBe(0);
  expect(await db.listing.count({ where: { positionSource: "dhcs", ...SURVEYED } })).toBe(167);
  // The list gives a place in Malibu a ZIP of San Diego County.
  const unplaced = await db.listing.findMany({ where: { positionSource: null }, select: { slug: true } });
  expect(unplaced).toEqual([{ slug: "apn-connection-malibu-191169bp" }]);
});

test("importing the same files again changes nothing at all", async () => {
  const before = await tableContents();
  const state = await importLocally("dhcs", "2026-08-21", STATE_LIST);
  const federal = await importLocally("samhsa", "2024", DIRECTORY_2024);
  expect(state).toMatchObject({ new: 0, changed: 0, unchanged: 826 });
  expect(federal).toMatchObject({ new: 0, changed: 0, unchanged: 306 });
  expect(await tableContents()).toEqual(before);
});

test("a dry run says what would change, and changes nothing", async () => {
  const before = await tableContents();
  const report = await importLocally("samhsa", "2023", DIRECTORY_2023, { dryRun: true });
  expect(report).toMatchObject({ rows: 12_744, new: 100, older: 229 });
  expect(await tableContents()).toEqual(before);
});

test("an older edition adds older facts, overwrites nothing and publishes nothing", async () => {
  const before = await currentValues();
  const report = await importLocally("samhsa", "2023", DIRECTORY_2023);
  expect(report).toMatchObject({ new: 100, older: 229, listedTwice: [] });
  expect(report.gone).toEqual([]);
  const after = await currentValues();
  for (const [slug, { columns, facts }] of before) {
    expect(after.get(slug)?.columns).toEqual(columns);
    for (const fact of facts.values())
      expect(factOf(after.get(slug)?.facts ?? new Map(), fact.attribute)).toEqual(fact);
  }
  expect(await db.listing.count({ where: { status: "published", ...SURVEYED } })).toBe(306);
  expect(await db.factSheet.count({ where: { asOf: new Date("2022-01-01") } })).toBe(report.new + report.older);
});

test("importing the newer edition again after the older one changes nothing", async () => {
  const before = await tableContents();
  await importLocally("samhsa", "2024", DIRECTORY_2024);
  expect(await tableContents()).toEqual(before);
});

test("the older edition is taken back whole, and the file of another year under the wrong name is put right", async () => {
  const { number } = await importLocally("samhsa", "2023", DIRECTORY_2023);
  await takeBackImport(system("import"), number, false);
  const { redirects: _, records: __, ...before } = await importedState();
  const entries = await rankingFigures();
  const wrong = await importLocally("samhsa", "2024", DIRECTORY_2023);
  expect(wrong.withdrawn.length).toBeGreaterThan(20);
  const right = await importLocally("samhsa", "2024", DIRECTORY_2024);
  expect(await importedState()).toMatchObject(before);
  await takeBackImport(system("import"), right.number, false);
  await takeBackImport(system("import"), wrong.number, false);
  expect(await importedState()).toMatchObject(before);
  expect(await rankingFigures()).toEqual(entries);
  expect(before.places).toHaveLength(937);
});

const rankingFigures = () => db.rankingEntry.findMany({ orderBy: { position: "asc" } });

async function currentValues() {
  const listings = await db.listing.findMany({
    where: { status: "published" },
    select: {
      slug: true,
      siteKey: true,
      name: true,
      unit: true,
      street: true,
      street2: true,
      city: true,
      zip: true,
      phone: true,
      intakePhones: true,
      kind: true,
      latitude: true,
      longitude: true,
      status: true,
      version: true,
      factSheets: { select: { source: true, asOf: true, asOfPrecision: true, yes: true, no: true, unknown: true } },
    },
  });
  return new Map(
    listings.map(({ factSheets, ...columns }) => {
      const sheets = factSheets.map(({ asOf, ...sheet }) => ({ ...sheet, asOf: toIsoDate(asOf) }));
      return [columns.slug, { columns, facts: resolveFacts(sheets) }] as const;
    }),
  );
}
