// A report beside the fields it is about: one press changes the listing and accepts the report, or does neither.
import { randomUUID } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { CorrectionLog } from "@/components/corrections/correction-log";
import { viewCorrection } from "@/lib/corrections/admin-queries";
import { decideCorrection, reportCorrection } from "@/lib/corrections/mutations";
import { listLog } from "@/lib/corrections/queries";
import { SEEN, TYPED_FIELDS } from "@/lib/desk/acceptance";
import { decideCorrectionAction } from "@/lib/desk/actions";
import { getListing } from "@/lib/listings/admin-queries";
import { checkFact, saveListing } from "@/lib/listings/mutations";
import { listingSchema } from "@/lib/listings/schema";
import { db } from "@/lib/server/db";
import type { Locale } from "@/lib/shared/i18n";
import { newStaffKey } from "@/lib/staff/staff-form-key";
import { formSender, staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newListing } from "../support/inquiry";
import { formOf } from "../support/staff-request";
import { as, idOf, signInTwo } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const colleague = staffSession({ role: "editor" });
let listingId = "";
let id = "";

beforeAll(signInTwo);
beforeEach(async () => {
  listingId = await newListing({ slug: `place-${randomUUID()}` });
  await db.listing.update({ where: { id: listingId }, data: { phone: "+12135550100" } });
  id = await report();
});

async function report(): Promise<string> {
  const words = { wrong: randomUUID(), right: undefined, evidence: undefined, email: undefined };
  const input = { topic: "contact", grounds: "asked_them", ...words } as const;
  const { reference } = await reportCorrection(formSender(), { input, listingId, locale: "en", spam: "clear" });
  return (await db.correction.findUniqueOrThrow({ where: { reference } })).id;
}

/** The form as its page fills it, with what somebody types. */
async function filled(typed: Record<string, string> = {}) {
  const { version: listingVersion, values, facts } = (await getListing(colleague, listingId))!;
  const fields = Object.fromEntries(TYPED_FIELDS.map((field) => [field, values[field]]));
  const known = facts.filter(({ value }) => value !== "unknown");
  const seen = Object.fromEntries(known.map(({ attribute, value }) => [`${SEEN}${attribute}`, value]));
  const { version } = await correction();
  return { id, version, listingVersion, ...fields, ...seen, status: "accepted", outcome: "changed", ...typed };
}
type Fields = Awaited<ReturnType<typeof filled>>;
const send = (fields: Fields) => as("author", () => decideCorrectionAction(null, formOf(fields)));
const SAVED = { redirect: expect.stringContaining("?done=saved") as string };

const correction = () => db.correction.findUniqueOrThrow({ where: { id } });
const phone = async () => (await db.listing.findUniqueOrThrow({ where: { id: listingId } })).phone;
const logged = async () => {
  const { reference } = await correction();
  return (await listLog()).corrections.find((entry) => entry.reference === reference);
};
const actionsOf = async (subjectId: string) =>
  (await db.auditEvent.findMany({ where: { subjectId }, orderBy: { at: "asc" } })).map(({ action }) => action);
const proof = { evidence: "Front desk, by phone", asOf: "2026-11-20" };

describe("one save", () => {
  test("changes fields and facts, accepts the report, and writes old and new down", async () => {
    expect(await send(await filled({ phone: "213-555-0199", "answer-BUM": "yes", ...proof }))).toMatchObject(SAVED);
    expect(await phone()).toBe("+12135550199");
    expect((await correction()).status).toBe("accepted");
    expect(await actionsOf(listingId)).toEqual(["listing.edited", "listing.fact_checked"]);
    expect(await actionsOf(id)).toEqual(["correction.accepted"]);
    expect((await viewCorrection(colleague, id))?.changes).toEqual([
      { of: "field", name: "phone", was: "+12135550100", is: "+12135550199" },
      { of: "fact", name: "BUM", was: "unknown", is: "yes" },
    ]);
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["nothing changed", {}, { outcome: "changeMissing" }],
    ["nothing to change, without a word why", { outcome: "nothing" }, { publicNote: "nothingNoteMissing" }],
    [
      "nothing to change, and a change",
      { outcome: "nothing", publicNote: "It was right.", phone: "213-555-0199" },
      { outcome: "nothingContradicted" },
    ],
    ["neither choice", { outcome: "else" }, { outcome: "outcomeMissing" }],
    ["a fact without how we know", { "answer-BUM": "yes", asOf: "2026-11-20" }, { evidence: "evidenceMissing" }],
    ["a fact of tomorrow", { "answer-BUM": "yes", ...proof, asOf: "2999-01-01" }, { asOf: "dateFuture" }],
    [
      "a field and the rest wrong",
      { zip: "9", outcome: "nothing" },
      { zip: "zipFormat", publicNote: "nothingNoteMissing" },
    ],
    ["an attribute without an answer", { attribute: "BU" }, { value: "factValueMissing" }],
    [
      "declined with a change typed",
      { status: "declined", declineReason: "No.", phone: "1" },
      { outcome: "editsDropped" },
    ],
    ["spam with an answer typed", { status: "spam", "answer-BUM": "no" }, { outcome: "editsDropped" }],
    [
      "declined with a note typed",
      { status: "declined", declineReason: "No.", publicNote: "It" },
      { publicNote: "publicNoteDropped" },
    ],
    ["another button", { status: "gone" }, { status: expect.any(String) as string }],
  ])("of %s is refused, keeps what was typed and leaves no trace", async (_, typed, fieldErrors) => {
    const fields = await filled(typed);
    expect(await send(fields)).toMatchObject({ answer: { status: "invalid", fieldErrors, values: typed } });
    expect([await phone(), (await correction()).status, await actionsOf(listingId)]).toEqual([
      "+12135550100",
      "new",
      [],
    ]);
  });

  test("an answer that an old date keeps from counting changes nothing, and is not recorded", async () => {
    await checkFact(colleague, { id: listingId, attribute: "BUM", value: "yes", evidence: "Seen", asOf: "2026-11-25" });
    const before = await actionsOf(listingId);
    expect(await send(await filled({ "answer-BUM": "no", ...proof }))).toMatchObject({
      answer: { fieldErrors: { outcome: "changeMissing" } },
    });
    expect(await actionsOf(listingId)).toEqual(before);
  });

  test("nothing to change is accepted with its reason, which the log has", async () => {
    const publicNote = "The page said so already.";
    expect(await send(await filled({ outcome: "nothing", publicNote }))).toMatchObject(SAVED);
    expect(await logged()).toMatchObject({ changes: [], publicNote });
    await expect(
      db.correction.update({ where: { id }, data: { publicNote: null, publicNoteLocale: null } }),
    ).rejects.toThrow("Correction_accepted_has_note");
  });

  test("pressed twice, also at once, is done once", async () => {
    const fields = {
      ...(await filled({ phone: "213-555-0199" })),
      $key: newStaffKey({ staffId: idOf.get("author") ?? "" }),
      $form: "decision",
    };
    const pressed = await Promise.all([send(fields), send(fields)]);
    expect([...pressed, await send(fields)]).toMatchObject([SAVED, SAVED, SAVED]);
    expect(await actionsOf(listingId)).toEqual(["listing.edited"]);
    expect(await actionsOf(id)).toEqual(["correction.accepted"]);
  });

  test("after a colleague's is refused with both, and saved again takes what the form says then", async () => {
    const fields = await filled({ phone: "213-555-0199", "answer-BUM": "yes", "seen-BUM": "unknown", ...proof });
    const theirs = { ...(await getListing(colleague, listingId))!.values, phone: "213-555-0111" };
    await saveListing(colleague, listingSchema.parse({ ...theirs, id: listingId, version: fields.listingVersion }));
    await checkFact(colleague, { id: listingId, attribute: "BUM", value: "no", evidence: "Asked", asOf: "2026-11-20" });
    const answer = await send(fields);
    expect(answer).toMatchObject({
      answer: {
        status: "conflict",
        current: {
          of: "listing",
          saved: { phone: "+12135550111" },
          facts: [{ attribute: "BUM", value: "no" }],
          typed: { phone: "213-555-0199", "answer-BUM": "yes" },
        },
      },
    });
    expect([await phone(), (await correction()).status]).toEqual(["+12135550111", "new"]);
    const again = { ...fields, listingVersion: fields.listingVersion + 1, "seen-BUM": "no" };
    expect(await send(again)).toMatchObject(SAVED);
    expect((await logged())?.changes).toEqual([
      { of: "field", name: "phone", was: "+12135550111", is: "+12135550199" },
      { of: "fact", name: "BUM", was: "no", is: "yes" },
    ]);
  });

  test("of the one more fact, which a colleague answered meanwhile, is refused too, whatever attribute it is", async () => {
    const fields = await filled({ attribute: "NOE", value: "yes", ...proof });
    await checkFact(colleague, { id: listingId, attribute: "NOE", value: "no", evidence: "Asked", asOf: "2026-11-20" });
    expect(await send(fields)).toMatchObject({
      answer: { status: "conflict", current: { of: "listing", facts: [{ attribute: "NOE", value: "no" }] } },
    });
    expect((await correction()).status).toBe("new");
    expect(await send(await filled({ attribute: "NOE", value: "yes", ...proof }))).toMatchObject(SAVED);
  });

  test("answers each fact once", async () => {
    const twice = await filled({ "answer-BUM": "yes", attribute: "BUM", value: "no", ...proof });
    expect(await send(twice)).toMatchObject({
      answer: { status: "invalid", fieldErrors: { attribute: "answeredTwice" }, values: { value: "no" } },
    });
  });

  test("of a report that a colleague decided says so and changes no listing", async () => {
    const fields = await filled({ phone: "213-555-0199" });
    await decideCorrection(colleague, id, 1, { status: "spam", declineReason: "" });
    expect(await send(fields)).toMatchObject({
      answer: {
        status: "conflict",
        current: { of: "report", status: "spam", version: 2, typed: { phone: "213-555-0199" } },
      },
    });
    expect(await phone()).toBe("+12135550100");
  });

  test("again after it was put back adds to what was changed before", async () => {
    await send(await filled({ phone: "213-555-0199" }));
    await decideCorrection(colleague, id, 2, { status: "new", declineReason: "" });
    expect(await logged()).toBeUndefined();
    await send(await filled({ city: "Arcadia" }));
    expect((await logged())?.changes).toMatchObject([{ name: "phone" }, { name: "city", is: "Arcadia" }]);
  });

  test("does not touch what the page does not show", async () => {
    const { slug } = await db.listing.findUniqueOrThrow({ where: { id: listingId } });
    await send(await filled({ phone: "213-555-0199", slug: "elsewhere", outreachEmail: "x@example.org" }));
    expect(await db.listing.findUniqueOrThrow({ where: { id: listingId } })).toMatchObject({
      slug,
      outreachEmail: null,
    });
  });
});

describe("the public log", () => {
  const page = async (locale: Locale) =>
    renderToStaticMarkup(<CorrectionLog locale={locale} log={await listLog()} />).replace(/<[^>]*>/g, "");

  test("has old and new in words, in both languages", async () => {
    await send(await filled({ phone: "213-555-0199", unit: "North", "answer-BUM": "no", ...proof }));
    expect(await page("en")).toContain("Phone: before: 213-555-0100 → now: 213-555-0199");
    expect(await page("en")).toContain("Long-term buprenorphine: before: Not known → now: No");
    expect(await page("es")).toContain("Teléfono: antes: 213-555-0100 → ahora: 213-555-0199");
    expect(await page("es")).toContain("Programa, sucursal o sede: antes: nada → ahora: North");
    expect(await page("en")).not.toContain("Front desk");
  });

  test("keeps an old value to itself that belongs to a private person", async () => {
    await send(await filled({ phone: "213-555-0199", hidesOld: "on" }));
    expect(await page("en")).toContain("Phone: now: 213-555-0199");
    expect(JSON.stringify(await logged())).not.toContain("5550100");
  });

  test("does not tell where a site is that keeps its address to itself, then or later", async () => {
    await send(await filled({ street: "77 Hidden Way" }));
    expect(JSON.stringify(await logged())).toContain("77 Hidden Way");
    await db.listing.update({ where: { id: listingId }, data: { street: "" } });
    expect((await logged())?.changes).toEqual([{ of: "field", name: "street", was: null, is: null }]);
    expect(await page("en")).toContain("Street: changed");
  });
});
