// A copy of the table: what the filters find, every column as the database has it, in both formats the same.
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { listAreas, listListings } from "@/lib/listing-table/admin-queries";
import { answerExport } from "@/lib/listing-table/export-answer";
import { NO_FILTERS, readTable } from "@/lib/listing-table/schema";
import { EXPORT_COLUMNS, type ExportRow } from "@/lib/listing-table/select";
import { db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import { paramsOf } from "@/lib/shared/search-params";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newLicense } from "../support/license";

testDatabase({ seeded: true });

const staff = staffSession({ role: "editor" });
const HOSTILE = [
  "=1+1",
  "+1",
  "-1",
  "@sum(A1)",
  "\tx",
  "\rx",
  'quo"te',
  "com,ma",
  "two\r\nlines",
  "é ñ “”",
  " =x",
  "'=x",
];

beforeAll(async () => {
  const place = { street: "1 Elm", city: "Los Angeles", state: "CA", zip: "90012", kind: "hospital" } as const;
  for (const [at, name] of HOSTILE.entries())
    await db.listing.create({
      data: { ...place, slug: `hostile-${at}`, name, unit: name, intakePhones: ["+12135550101", "+12135550102"] },
    });
});

/** A text as a spreadsheet shows it: the apostrophe before a formula is none of it. */
const GUARD = /^'(?=[=+\-@\t\r])/;
/** With the mark of its beginning, which `text()` would drop. */
const textOf = async (query: string) =>
  Buffer.from(await (await answerExport(staff, query)).arrayBuffer()).toString("utf8");

function fromCsv(file: string): Record<string, string>[] {
  return parse(file, { columns: true, bom: true, record_delimiter: "\r\n" });
}

/** What the CSV says of a row. */
function asCells(row: ExportRow): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      Array.isArray(value) ? value.join("; ") : String(value ?? ""),
    ]),
  );
}

test.each([
  "",
  "&kind=hospital&status=draft",
  "&q=health&sort=zip&order=desc",
  "&license=ended",
  "&q=nothing0is0called0so",
])("has what the filters find, in the order of the table, the same in both formats: %j", async (query) => {
  const json = JSON.parse(await textOf(`format=json${query}`)) as ExportRow[];
  const file = await textOf(`format=csv${query}`);
  const csv = fromCsv(file);
  expect(file.startsWith(`\uFEFF${EXPORT_COLUMNS.join(",")}\r\n`)).toBe(true);
  expect(
    csv.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell.replace(GUARD, "")]))),
  ).toEqual(
    json.map((row) =>
      Object.fromEntries(Object.entries(asCells(row)).map(([key, cell]) => [key, cell.replace(GUARD, "")])),
    ),
  );
  for (const row of json) expect(Object.keys(row)).toEqual([...EXPORT_COLUMNS]);
  const { table } = readTable(paramsOf(query), await listAreas(staff));
  const { total, rows: first } = await listListings(staff, table);
  expect(json.length).toBe(total);
  expect(json.slice(0, first.length).map(({ id }) => id)).toEqual(first.map(({ id }) => id));
});

test("has of each listing what was written there, licenses and checks that count alone", async () => {
  const operator = await db.operator.create({ data: { slug: "copied", name: "Copied; House" } });
  const written = {
    slug: "copied-place",
    status: "published",
    name: "Copied Place",
    unit: "East wing",
    kind: "residential",
    street: "12 Oak St",
    street2: "Floor 2",
    city: "Pomona",
    state: "CA",
    zip: "91766",
    county: "Los Angeles",
    phone: "+19095550110",
    phoneExtension: "7",
    website: "https://copied.example/",
    latitude: 34.0551,
    longitude: -117.7499,
    positionSource: "staff",
    closedReason: "Its door is locked.",
    evidence: "Their sign says so.",
  } as const;
  const intakePhones = ["+19095550111", "+19095550112"];
  const days = { closedOn: "2026-11-20", evidenceSeenOn: "2026-10-02" };
  const moments = { createdAt: "2026-10-03T04:05:06.007Z", updatedAt: "2026-11-21T22:23:24.250Z" };
  const licenseIds: string[] = [];
  for (const number of ["190901CP", "190900CP", "190902CP"]) licenseIds.push(await newLicense(number));
  const agreement = ["name" as const];
  const counts = { basis: "own_address", agreement } as const;
  const check = { attribute: "MD", value: "yes", evidence: "By phone", staffMemberId: "sam" };
  const retraction = { retractedAt: new Date(), retractedById: "sam", retractedReason: "Another place." };
  const { id } = await db.listing.create({
    data: {
      ...written,
      intakePhones,
      closedOn: fromIsoDate(days.closedOn),
      evidenceSeenOn: fromIsoDate(days.evidenceSeenOn),
      ...moments,
      version: 4,
      operatorId: operator.id,
      licenseMatches: {
        create: [
          { licenseId: licenseIds[0]!, certainty: "certain", ...counts },
          { licenseId: licenseIds[1]!, certainty: "probable", ...counts },
          { licenseId: licenseIds[2]!, certainty: null, basis: "other_name", agreement: [] },
        ],
      },
      factSheets: {
        create: [
          { source: "samhsa", asOf: new Date("2024-01-01"), asOfPrecision: "year" },
          {
            source: "staff",
            asOf: new Date("2026-11-10"),
            asOfPrecision: "day",
            evidence: "By phone",
            staffMemberId: "sam",
          },
          { source: "samhsa", asOf: new Date("2023-01-01"), asOfPrecision: "year" },
        ],
      },
      factChecks: {
        create: [
          { ...check, asOf: fromIsoDate("2026-10-09") },
          { ...check, asOf: fromIsoDate("2026-11-10") },
          { ...check, asOf: fromIsoDate("2026-11-19"), ...retraction },
        ],
      },
    },
    select: { id: true },
  });
  const said = { ...written, intakePhones, ...days, ...moments, id, version: 4, operator: "Copied; House" };
  const query = "&q=copied+place&status=closed";
  expect(JSON.parse(await textOf(`format=json${query}`))).toEqual([
    {
      ...said,
      licenses: ["190900CP", "190901CP"],
      sources: ["samhsa", "staff"],
      lastCheckedOn: "2026-11-10",
    },
  ]);
  expect(fromCsv(await textOf(`format=csv${query}`))).toEqual([
    {
      ...said,
      // What a spreadsheet would run as a formula has an apostrophe.
      phone: "'+19095550110",
      intakePhones: "'+19095550111; +19095550112",
      licenses: "190900CP; 190901CP",
      sources: "samhsa; staff",
      lastCheckedOn: "2026-11-10",
      latitude: "34.0551",
      longitude: "-117.7499",
      version: "4",
    },
  ]);
});

test("no cell of the CSV is a formula, and numbers stay numbers", async () => {
  const cells = fromCsv(await textOf("format=csv")).flatMap((row) =>
    Object.entries(row)
      .filter(([column]) => column !== "longitude" && column !== "latitude")
      .map(([, cell]) => cell),
  );
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells.filter((cell) => cell.startsWith("'=")).length).toBeGreaterThan(0);
  const [row] = fromCsv(await textOf("format=csv&status=published"));
  expect(Number(row!.longitude)).toBeLessThan(-117);
});

test("is written down with how many there were, and not with what was typed", async () => {
  await textOf("format=json&q=tarzana&kind=outpatient");
  const [event] = await db.auditEvent.findMany({ orderBy: { id: "desc" }, take: 1 });
  const { total } = await listListings(staff, { ...NO_FILTERS, q: "tarzana", kind: "outpatient" });
  expect(event).toMatchObject({ action: "listing_table.exported", actorId: staff.staffId });
  expect(event!.after).toEqual({ format: "json", listings: total, kind: "outpatient", q: "…" });
});

test("is refused when a filter cannot be read, for it would have more than was asked for", async () => {
  const events = await db.auditEvent.count();
  for (const query of [
    "",
    "format=xlsx",
    "format=csv&status=publishd",
    "format=csv&q=%25",
    "format=csv&format=csv&kind=a",
  ])
    expect([query, (await answerExport(staff, query)).status]).toEqual([query, 400]);
  expect(await db.auditEvent.count()).toBe(events);
});

test("arrives in parts, as a file that nobody keeps", async () => {
  const answer = await answerExport(staff, "format=csv");
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cache-control": "no-store",
    "content-disposition": expect.stringMatching(/^attachment; filename="listings-[\d-]+\.csv"$/),
  });
  let parts = 0;
  for await (const _ of answer.body!) parts += 1;
  expect(parts).toBeGreaterThan(2);
});
