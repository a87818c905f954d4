import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { checkFactAction, saveListingAction } from "@/lib/listings/actions";
import { getListing } from "@/lib/listings/admin-queries";
import { factOf, resolveFacts } from "@/lib/facts/facts";
import { today } from "@/lib/shared/dates";
import { keptPagesOf } from "@/lib/shared/kept-pages";
import { db } from "@/lib/server/db";
import { requireStaff } from "@/lib/staff/session";
import { signInAdministrator } from "../support/administrator";
import { testDatabase } from "../support/database";
import { formOf, outcomeOf, revalidated } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

beforeAll(signInAdministrator);

let id: string;
let made = 0;

beforeEach(async () => {
  made += 1;
  revalidated.length = 0;
  ({ id } = await db.listing.create({
    data: {
      slug: `place-${made}`,
      status: "published",
      name: `Place ${made}`,
      street: "1 Main St",
      city: "Los Angeles",
      state: "CA",
      zip: "90012",
      phone: "+12135550123",
      intakePhones: ["+12135550124", "+12135550125"],
      latitude: 34.05,
      longitude: -118.25,
      positionSource: "zip_centroid",
      kind: "outpatient",
    },
  }));
});

/** The form as the editor would send it, with some fields retyped. */
async function edited(changes: Record<string, string | number> = {}) {
  const listing = await getListing(await requireStaff(), id);
  if (!listing) throw new Error("no listing");
  return formOf({ id, version: listing.version, ...listing.values, ...changes });
}
const save = (form: FormData) => outcomeOf(() => saveListingAction(null, form));
const row = () => db.listing.findUniqueOrThrow({ where: { id } });
const audited = () => db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { at: "asc" } });

describe("saving", () => {
  test("writes what was typed, marks it as set by hand, and writes down before and after", async () => {
    const saved = await save(await edited({ phone: "(323) 555-0199", city: "Glendale" }));
    expect(saved).toEqual({ redirect: `/admin/listings/${id}?done=saved` });
    expect(await row()).toMatchObject({
      phone: "+13235550199",
      city: "Glendale",
      version: 2,
      staffFields: ["city", "phone"],
      positionSource: "zip_centroid",
      intakePhones: ["+12135550124", "+12135550125"],
    });
    expect(await audited()).toMatchObject([
      {
        action: "listing.edited",
        before: { city: "Los Angeles", phone: "+12135550123" },
        after: { city: "Glendale", phone: "+13235550199" },
      },
    ]);
  });

  test("makes the public pages anew in both languages", async () => {
    await save(await edited({ name: "Another name" }));
    const slug = `place-${made}`;
    expect(revalidated).toEqual(
      expect.arrayContaining([`/en/listings/${slug}`, `/es/listings/${slug}`, ...keptPagesOf("listing")]),
    );
  });

  test("a position typed by hand is ours", async () => {
    await save(await edited({ latitude: "34.1", longitude: "-118.3" }));
    expect(await row()).toMatchObject({ positionSource: "staff", staffFields: ["latitude", "longitude"] });
  });

  test("says of each field how to fix it and keeps what was typed", async () => {
    const form = await edited({ name: " ", zip: "9001", phone: "213 555", latitude: "", closedOn: "2026-01-01" });
    expect(await save(form)).toMatchObject({
      answer: {
        status: "invalid",
        fieldErrors: { name: "listingNameMissing", zip: "zipFormat", phone: "phoneFormat" },
        values: { zip: "9001", phone: "213 555" },
      },
    });
    expect(await save(await edited({ latitude: "", closedOn: "2026-01-01", exemptionReason: "VA" }))).toMatchObject({
      answer: {
        fieldErrors: {
          latitude: "positionHalf",
          closedReason: "closedReasonMissing",
          exemptionUrl: "exemptionUrlMissing",
        },
      },
    });
    expect(await row()).toMatchObject({ version: 1 });
  });

  test("a script's URL is no source", async () => {
    const form = await edited({ exemptionReason: "VA", exemptionUrl: "javascript:alert(1)" });
    expect(await save(form)).toMatchObject({ answer: { fieldErrors: { exemptionUrl: "urlFormat" } } });
  });
});

describe("two editors at once", () => {
  test("the second sees both sides, loses nothing and overwrites nothing", async () => {
    const [first, second] = [await edited({ city: "Glendale" }), await edited({ city: "Burbank" })];
    await save(first);
    expect(await save(second)).toMatchObject({
      answer: {
        status: "conflict",
        current: { version: 2, saved: { city: "Glendale" }, typed: { city: "Burbank" } },
      },
    });
    expect(await row()).toMatchObject({ city: "Glendale", version: 2 });
  });

  test("of many saves at the same moment exactly one is written", async () => {
    const forms = await Promise.all(["A", "B", "C", "D"].map((city) => edited({ city })));
    const outcomes = await Promise.all(forms.map(save));
    expect(outcomes.filter((outcome) => "redirect" in outcome)).toHaveLength(1);
    expect(await row()).toMatchObject({ version: 2 });
    expect(await audited()).toHaveLength(1);
  });
});

describe("a button that moves a listing", () => {
  test.each([
    ["publish", "published", "listing.published"],
    ["draft", "draft", "listing.returned_to_draft"],
    ["archive", "archived", "listing.archived"],
  ])("%s takes along what stands in the fields, and pressed twice is one act", async (step, status, action) => {
    await db.listing.update({ where: { id }, data: { status: step === "publish" ? "draft" : "published" } });
    const form = await edited({ city: "Burbank", step });
    const done = { redirect: `/admin/listings/${id}?done=saved` };
    expect(await Promise.all([save(form), save(form)])).toEqual([done, done]);
    expect(await row()).toMatchObject({ status, city: "Burbank", version: 2 });
    expect((await audited()).map((event) => event.action)).toEqual(["listing.edited", action]);
  });

  test("on a stale page changes nothing and keeps what was typed", async () => {
    const stale = await edited({ street: "2 Main St", step: "archive" });
    await save(await edited({ city: "Burbank" }));
    expect(await save(stale)).toMatchObject({
      answer: { status: "conflict", current: { version: 2, typed: { street: "2 Main St" } } },
    });
    expect(await row()).toMatchObject({ status: "published", street: "1 Main St" });
  });

  test("with what cannot be saved moves nothing", async () => {
    expect(await save(await edited({ zip: "9001", step: "archive" }))).toMatchObject({ answer: { status: "invalid" } });
    expect(await row()).toMatchObject({ status: "published" });
  });
});

describe("another URL", () => {
  test("leaves a redirect, and taking the old one back removes it", async () => {
    const old = `place-${made}`;
    await save(await edited({ slug: `moved-${made}` }));
    const redirects = () => db.slugRedirect.findMany({ where: { subjectId: id }, select: { fromSlug: true } });
    expect(await redirects()).toEqual([{ fromSlug: old }]);
    expect(revalidated).toEqual(expect.arrayContaining([`/en/listings/${old}`, `/en/listings/moved-${made}`]));
    await save(await edited({ slug: old }));
    expect(await redirects()).toEqual([{ fromSlug: `moved-${made}` }]);
  });

  test("that is in use, or leads elsewhere, is refused", async () => {
    const first = id;
    await save(await edited({ slug: "taken-now" }));
    const before = `place-${made}`;
    made += 1;
    const other = await db.listing.create({
      data: { slug: `place-${made}`, name: "B", street: "2", city: "LA", state: "CA", zip: "90012", kind: "hospital" },
    });
    id = other.id;
    for (const slug of ["taken-now", before]) {
      expect(await save(await edited({ slug }))).toMatchObject({ answer: { fieldErrors: { slug: "slugTaken" } } });
    }
    expect(first).not.toBe(id);
  });
});

describe("a staff check", () => {
  const check = (changes: Record<string, string> = {}) =>
    outcomeOf(() =>
      checkFactAction(
        null,
        formOf({ id, attribute: "BU", value: "yes", evidence: "Intake said so.", asOf: today(), ...changes }),
      ),
    );
  const bu = async () => {
    const sheets = await db.factSheet.findMany({ where: { listingId: id } });
    const views = sheets.map((sheet) => ({ ...sheet, asOf: sheet.asOf.toISOString().slice(0, 10) }));
    return factOf(resolveFacts(views), "BU");
  };

  test("states a fact with its evidence and day", async () => {
    expect(await check()).toEqual({ redirect: `/admin/listings/${id}?done=checked` });
    expect(await bu()).toMatchObject({ value: "yes", source: "staff", asOf: today(), asOfPrecision: "day" });
    expect(await audited()).toMatchObject([
      { action: "listing.fact_checked", after: { attribute: "BU", value: "yes", evidence: "Intake said so." } },
    ]);
    expect(revalidated).toContain(`/en/listings/place-${made}`);
  });

  test("made again the same day replaces the answer and keeps both notes", async () => {
    await check();
    await check({ attribute: "MU", value: "no", evidence: "Their site." });
    await check({ value: "unknown", evidence: "They took it back." });
    expect(await bu()).toMatchObject({ value: "unknown" });
    const [sheet] = await db.factSheet.findMany({ where: { listingId: id } });
    expect(sheet).toMatchObject({ yes: [], no: ["MU"], unknown: ["BU"] });
    expect(sheet?.evidence).toBe("BU: Intake said so.\nMU: Their site.\nBU: They took it back.");
  });

  test("checks made at the same moment all count", async () => {
    await Promise.all(["BU", "MU", "NU", "MD"].map((attribute) => check({ attribute })));
    const [sheet, ...more] = await db.factSheet.findMany({ where: { listingId: id } });
    expect([sheet?.yes, more]).toEqual([["BU", "MD", "MU", "NU"], []]);
  });

  test("needs a known attribute, evidence and a day that has come", async () => {
    const fieldErrors = {
      attribute: "attributeMissing",
      value: "factValueMissing",
      evidence: "evidenceMissing",
      asOf: "dateFuture",
    };
    const wrong = { attribute: "XX", value: "", evidence: " ", asOf: "2199-01-01" };
    expect(await check(wrong)).toMatchObject({ answer: { fieldErrors } });
  });
});
