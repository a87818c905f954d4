// A wrong check is retracted: it stays on record, and whatever counted before it counts again, everywhere.
import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { checkFactAction, retractCheckAction } from "@/lib/listings/actions";
import { getListing } from "@/lib/listings/admin-queries";
import { factOf, resolveFacts } from "@/lib/facts/facts";
import { findListing } from "@/lib/listings/queries";
import { db } from "@/lib/server/db";
import { requireStaff } from "@/lib/staff/session";
import { testDatabase } from "../support/database";
import { formOf, revalidated } from "../support/staff-request";
import { as, signInTwo } from "../support/two-staff-members";
import { unique } from "../support/unique";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();
beforeAll(signInTwo);

const DAY = "2026-08-01";
const survey = { source: "samhsa", asOf: new Date("2024-01-01"), asOfPrecision: "year" } as const;
const place = { street: "1 Main St", city: "Covina", state: "CA", zip: "91724", kind: "outpatient" } as const;
let id = "";
let slug = "";

beforeEach(async () => {
  slug = `place-${unique()}`;
  const sheets = { create: { ...survey, yes: ["BU"], no: ["MU"] } };
  const made = await db.listing.create({
    data: { ...place, slug, name: "A Place", status: "published", factSheets: sheets },
  });
  id = made.id;
});

const check = async (value: string, changes: Record<string, string> = {}) => {
  const form = formOf({ id, attribute: "BU", value, evidence: `Said ${value}.`, asOf: DAY, ...changes });
  await as("author", () => checkFactAction(null, form));
  return (await db.factCheck.findFirstOrThrow({ where: { listingId: id }, orderBy: { id: "desc" } })).id;
};
const retract = (checkId: string, reason = "Another place.") =>
  as("author", () => retractCheckAction(null, formOf({ id, checkId, reason })));
/** What the public page says, and whether the search finds the place by it. */
const bu = async () => {
  const found = await findListing(slug);
  if (found.state !== "published") throw new Error("not published");
  const { value, source } = factOf(resolveFacts(found.listing.sheets), "BU");
  return `${value} (${source})`;
};
const isFound = async () =>
  (await db.searchEntry.findUnique({ where: { listingId: id }, select: { yes: true } }))?.yes.includes(
    "medication:buprenorphine",
  );
const events = () => db.auditEvent.findMany({ where: { subjectId: id, action: "listing.check_retracted" } });

test("the public file counts again, on the page and in the search", async () => {
  const wrong = await check("no");
  expect([await bu(), await isFound()]).toEqual(["no (staff)", false]);
  revalidated.length = 0;
  expect(await retract(wrong)).toEqual({ redirect: `/admin/listings/${id}?done=retracted` });
  expect([await bu(), await isFound()]).toEqual(["yes (samhsa)", true]);
  expect(revalidated).toContain(`/en/listings/${slug}`);
});

test.each([
  ["of the same day", DAY],
  ["of an earlier day", "2026-07-01"],
])("an earlier check %s counts again, and others of the day go on counting", async (_, asOf) => {
  await check("unknown", { asOf });
  await check("yes", { attribute: "MU" });
  const wrong = await check("no");
  await retract(wrong);
  expect(await bu()).toBe("unknown (staff)");
  const sheets = await db.factSheet.findMany({ where: { listingId: id, source: "staff" } });
  expect(sheets.flatMap(({ yes }) => yes)).toEqual(["MU"]);
  expect(sheets.map(({ evidence }) => evidence).join()).not.toContain("Said no.");
});

test("an earlier check that is retracted leaves the later one standing", async () => {
  const earlier = await check("no");
  await check("unknown");
  await retract(earlier);
  expect(await bu()).toBe("unknown (staff)");
});

test("it stays on record with the reason, once, however often the button is pressed", async () => {
  const wrong = await check("no");
  const [one, two] = [await retract(wrong), await retract(wrong, "Pressed again.")];
  expect(two).toEqual(one);
  const shown = await as("author", async () => getListing(await requireStaff(), id));
  expect(shown).toMatchObject({
    answer: { staffChecks: [{ value: "no", evidence: "Said no.", retractedReason: "Another place." }] },
  });
  expect(await events()).toMatchObject([
    { before: { attribute: "BU", value: "no", asOf: DAY }, after: { value: null, reason: "Another place." } },
  ]);
});

test("a reason is needed, and a check of this very place", async () => {
  const wrong = await check("no");
  expect(await retract(wrong, " ")).toMatchObject({
    answer: { status: "invalid", fieldErrors: { reason: "retractionReasonMissing" } },
  });
  expect(await retract(crypto.randomUUID())).toMatchObject({ answer: { status: "failed", code: "gone" } });
  expect(await bu()).toBe("no (staff)");
});

describe("the database", () => {
  test("lets a check be retracted once and changed never, and wants the whole retraction", async () => {
    const wrong = await check("no");
    const change = (data: object) => db.factCheck.update({ where: { id: wrong }, data });
    await expect(change({ value: "yes" })).rejects.toMatchObject({ code: "P2003" });
    await expect(change({ retractedAt: new Date() })).rejects.toThrow("FactCheck_retraction_is_whole");
    await retract(wrong);
    await expect(change({ retractedReason: "Another." })).rejects.toMatchObject({ code: "P2003" });
  });

  test("has a row for each check that was made before there were rows", async () => {
    const said = "BU: Said\nno: really.\nMU: Their site.\nBU: They took it back.";
    const sheet = { source: "staff", asOf: new Date(DAY), asOfPrecision: "day", staffMemberId: "sam" } as const;
    await db.factSheet.create({ data: { ...sheet, listingId: id, yes: ["MU"], unknown: ["BU"], evidence: said } });
    const migration = readFileSync("prisma/migrations/20261129140100_retracted_checks/migration.sql", "utf8");
    await db.$executeRawUnsafe(migration.slice(migration.indexOf("INSERT INTO")));
    const rows = await db.factCheck.findMany({ where: { listingId: id }, orderBy: { attribute: "asc" } });
    expect(rows).toMatchObject([
      { attribute: "BU", value: "unknown", evidence: "They took it back.", staffMemberId: "sam" },
      { attribute: "MU", value: "yes", evidence: "Their site." },
    ]);
  });
});
