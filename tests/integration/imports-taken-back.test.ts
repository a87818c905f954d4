import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { db } from "@/lib/server/db";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { federalFile, importedState, importLocally, stateFile, tableContents } from "../support/import-files";
import { stepListing } from "../support/listing-step";
import { takeBackImport } from "@/lib/imports/take-back";

testDatabase();

beforeEach(async () => {
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE "SourceEdition", "Listing", "License", "SlugRedirect", "AuditEvent" CASCADE`,
  ]);
});

const take = (number: number) => takeBackImport(system("import"), number, false);
const harbor = {};
const annex = { name1: "Annex", street1: "9 Oak Street", phone: "213-555-0111" };
const elm = { name1: "Elm House", street1: "7 Elm Street", phone: "213-555-0122", service_code_info: "SA * RES * BU" };
const directory = (edition: string, ...rows: Parameters<typeof federalFile>) => {
  const file = federalFile(...rows);
  return () => importLocally("samhsa", edition, file, { confirm: true });
};
const licenses = (edition: string, ...rows: Parameters<typeof stateFile>) => {
  const file = stateFile(...rows);
  return () => importLocally("dhcs", edition, file, { confirm: true });
};

const first = directory("2023", harbor, annex);
const list = licenses("2026-08-21", {}, { license_number: "190002AN", address_line1: "9 OAK ST" });
const IMPORTS = {
  "a newer edition, with changed, new and missing places": directory(
    "2024",
    { phone: "213-555-9999", name2: "North", service_code_info: "SA * RES * NU" },
    elm,
  ),
  "an older edition": directory("2022", { name1: "Harbour Clinic" }, elm, annex),
  "a corrected file of the same edition": directory("2023", { city: "L.A.", service_code_info: "SA * OP * MU" }, elm),
  "the same edition with every name changed": directory("2023", { name1: "Garbage" }, { ...annex, name1: "Rubbish" }),
  "a newer list of licenses": licenses("2026-11-01", { license_expiration: "2030-01-01", phone: "(213) 555-0111" }),
  "an older list of licenses": licenses("2025-08-21", { license_number: "190009AN", address_line1: "7 ELM ST" }),
  "a corrected list of licenses": licenses("2026-08-21", { address_line1: "1 NOWHERE ST" }),
};

describe.each(Object.entries(IMPORTS))("%s", (_, other) => {
  test("taken back, leaves everything as it was before", async () => {
    await first();
    await list();
    const before = await importedState();
    const { number } = await other();
    expect(await importedState()).not.toEqual(before);
    const report = await take(number);
    expect(await importedState()).toEqual(before);
    expect(report.rawRows).toBeGreaterThan(0);
    expect(await db.import.findUnique({ where: { number }, select: { takenBackAt: true } })).toEqual({
      takenBackAt: expect.any(Date) as Date,
    });
    expect(await db.auditEvent.count({ where: { action: "import.taken_back" } })).toBe(1);
  });

  test("may be followed by others and is taken back from under them", async () => {
    await first();
    await list();
    await directory("2025", harbor, { ...elm, phone: "213-555-0133" })();
    const before = await importedState();
    await take(3);
    const { number } = await other();
    await directory("2025", harbor, { ...elm, phone: "213-555-0133" })();
    await take(number);
    // A URL that the public saw for a while leads on.
    expect({ ...(await importedState()), redirects: [] }).toEqual(before);
  });

  test("is there again, just the same, when the file is imported once more", async () => {
    await first();
    await list();
    const { number } = await other();
    const before = await importedState();
    await take(number);
    const again = await other();
    expect(again.number).toBe(number + 1);
    expect(await importedState()).toEqual(before);
  });
});

test("the first of two is taken back and the second stands as if it were alone", async () => {
  const second = directory("2024", { ...harbor, phone: "213-555-9999" }, elm);
  await second();
  const alone = await importedState();
  await take(1);
  expect(await importedState()).toMatchObject({ places: [], records: [] });
  await first();
  await second();
  await take(2);
  expect(await importedState()).toEqual(alone);
});

test("what staff set meanwhile stays, and all else is as before", async () => {
  await first();
  await directory("2024", { ...harbor, phone: "213-555-9999", name2: "North" }, annex)();
  await edit("harbor-clinic-los-angeles", { city: "San Pedro" });
  await db.factSheet.create({
    data: {
      listing: { connect: { slug: "harbor-clinic-los-angeles" } },
      source: "staff",
      asOf: new Date("2026-01-01"),
      asOfPrecision: "day",
      yes: ["MD"],
      evidence: "asked",
      staffMemberId: "anyone",
    },
  });
  await take(2);
  const listing = await db.listing.findUniqueOrThrow({
    where: { slug: "harbor-clinic-los-angeles" },
    select: { city: true, unit: true, phone: true, factSheets: { select: { source: true, asOf: true } } },
  });
  expect(listing).toMatchObject({ city: "San Pedro", unit: null, phone: "+12135552368" });
  expect(listing.factSheets.map(({ source }) => source).toSorted()).toEqual(["samhsa", "staff"]);
});

test("a place that something else names leaves the site and stays on record, and comes back with the file", async () => {
  await first();
  await directory("2024", harbor, elm)();
  await edit("elm-house-los-angeles", { city: "San Pedro" });
  const report = await take(2);
  expect(report.listings).toMatchObject({ removed: [], archived: ["elm-house-los-angeles"] });
  const where = { slug: "elm-house-los-angeles" };
  const elmHouse = () => db.listing.findUniqueOrThrow({ where, include: { factSheets: true, searchEntry: true } });
  expect(await elmHouse()).toMatchObject({ status: "archived", city: "San Pedro", factSheets: [], searchEntry: null });
  const { new: made } = await directory("2024", harbor, elm)();
  expect(made).toBe(0);
  expect(await elmHouse()).toMatchObject({
    status: "published",
    city: "San Pedro",
    factSheets: [{ yes: ["BU", "RES", "SA"] }],
  });
});

test("the report says how many places are back on the site, also of those that had stayed on record", async () => {
  await first();
  await edit("annex-los-angeles", { city: "San Pedro" });
  // The correction of the same edition no longer has the annex.
  const { number } = await directory("2023", harbor, elm)();
  const annexStatus = () =>
    db.listing.findUniqueOrThrow({ where: { slug: "annex-los-angeles" }, select: { status: true } });
  expect(await annexStatus()).toEqual({ status: "archived" });
  const report = await take(number);
  expect(await annexStatus()).toEqual({ status: "published" });
  expect(report).toMatchObject({ listings: { returned: 0 }, site: { returned: 1, left: 1 } });
});

test("every table that may name a listing keeps it on record, or is made of the import itself", async () => {
  const tables = await db.$queryRaw<{ table: string }[]>`
    SELECT DISTINCT conrelid::regclass::text AS "table" FROM pg_constraint WHERE confrelid = '"Listing"'::regclass`;
  const source = readFileSync("lib/statements/queries.ts", "utf8");
  const made = ["FactSheet", "LicenseMatch", "DuplicateProposal", "SearchEntry"];
  const unknown = tables
    .map(({ table }) => table.replaceAll('"', ""))
    .filter((table) => !made.includes(table) && !source.includes(`FROM "${table}" AS t WHERE t."listingId"`));
  expect(tables.length).toBeGreaterThan(made.length);
  expect(unknown).toEqual([]);
});

test("a publication that staff decided on is theirs", async () => {
  await first();
  const { id } = await db.listing.findUniqueOrThrow({ where: { slug: "annex-los-angeles" } });
  await stepListing(staffSession(), id, "archive");
  await directory("2024", harbor, annex)();
  await take(2);
  const where = { slug: "annex-los-angeles" };
  expect(await db.listing.findUnique({ where, select: { status: true } })).toEqual({ status: "archived" });
});

test("a dry run says what taking back would change, and changes nothing", async () => {
  await first();
  await directory("2024", harbor, elm)();
  const before = await tableContents();
  expect(await takeBackImport(system("import"), 2, true)).toMatchObject({
    rawRows: 2,
    listings: { removed: ["elm-house-los-angeles"] },
  });
  expect(await tableContents()).toEqual(before);
});

test("an unknown number is answered with the imports, and a second time with the first", async () => {
  await expect(take(1)).rejects.toThrow("Nothing was imported yet");
  await first();
  await expect(take(7)).rejects.toThrow(/There is no import 7\.[^]*1 .*samhsa 2023, as of 2022-01-01.*: stands/);
  await take(1);
  await expect(take(1)).rejects.toThrow(/Import 1 was taken back already/);
});

test("raw rows go with nothing but an import that is taken back, and an import never", async () => {
  await first();
  await expect(db.$executeRaw`DELETE FROM "SourceRecord"`).rejects.toThrow("is frozen");
  await expect(db.$executeRaw`DELETE FROM "Import"`).rejects.toThrow("is frozen");
  await take(1);
  await expect(db.$executeRaw`UPDATE "Import" SET "takenBackAt" = NULL`).rejects.toThrow("is frozen");
});

describe("the right file after a wrong one of its edition", () => {
  const right = directory("2024", harbor, annex, elm);
  const WRONG = {
    "cut short": directory("2024", harbor),
    "with shifted columns": directory(
      "2024",
      { name1: "100 Main Street", street1: "Suite 4", phone: "", service_code_info: "SA * NOOP" },
      { ...annex, name1: "9 Oak Street", street1: "", city: "Annex" },
    ),
    "with names and phones on other rows": directory(
      "2024",
      { name1: "Annex", phone: annex.phone },
      { ...annex, name1: "Elm House", phone: elm.phone },
      { ...elm, name1: "Harbor Clinic", phone: "213-555-2368" },
    ),
    "with other answers": directory("2024", { ...harbor, service_code_info: "SA * OP * NMOA" }, annex, elm),
    "with other cities and units": directory("2024", { ...harbor, city: "Burbank" }, { ...annex, name2: "Unit" }, elm),
    "of another county": directory("2024", { zip: "92101", city: "San Diego" }, annex),
  };

  test.each(Object.entries(WRONG))("%s leaves nothing of it", async (_, wrong) => {
    await first();
    await right();
    const alone = await importedState();
    await take(2);
    await wrong();
    await right();
    expect(stateOf(await importedState())).toEqual(stateOf(alone));
  });

  test.each(Object.entries(WRONG))("%s, imported first of all, leaves nothing of it", async (_, wrong) => {
    await right();
    const alone = await importedState();
    await take(1);
    await wrong();
    await right();
    expect(stateOf(await importedState())).toEqual(stateOf(alone));
  });

  test("of the state leaves nothing of it", async () => {
    await first();
    await list();
    const alone = await importedState();
    await take(2);
    await licenses("2026-08-21", { license_number: "190001AN", zip: "90001" }, { license_number: "XX", phone: "1" })();
    await list();
    expect(stateOf(await importedState())).toEqual(stateOf(alone));
  });
});

/** But for which raw rows are kept: those of the wrong file are history. */
const stateOf = ({ places, licenses, redirects }: Awaited<ReturnType<typeof importedState>>) => {
  return { places, licenses, redirects };
};

/** As staff save it in the editor. */
async function edit(slug: string, change: { city: string }): Promise<void> {
  const listing = await db.listing.findUniqueOrThrow({ where: { slug } });
  await db.listing.update({ where: { slug }, data: { ...change, staffFields: ["city"] } });
  await recordAudit(db, staffSession(), {
    action: "listing.edited",
    subjectType: "listing",
    subjectId: listing.id,
    after: change,
  });
}

test("what today's reader refuses stays as it was read", async () => {
  await first();
  await list();
  // As if a reader of before had taken them.
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`UPDATE "SourceRecord" SET "data" = "data" || '{"zip": "9O012"}' WHERE "key" LIKE 'annex%' OR "key" = '190002AN'`,
  ]);
  const before = await importedState();
  await directory("2024", harbor, elm)();
  await licenses("2026-11-01", {})();
  await take(4);
  await take(3);
  expect(await importedState()).toEqual(before);
});
