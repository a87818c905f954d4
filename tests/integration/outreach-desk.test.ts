// What staff may and may not do for a person, through the very actions of the page.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { currentConsent } from "@/lib/inquiries/consent";
import { newReference } from "@/lib/inquiries/inquiry-reference";
import { noteOutcomeAction, recordOutreachAction, saveNeedsAction } from "@/lib/outreach/actions";
import { getOutreachDesk } from "@/lib/outreach/admin-queries";
import type { OutreachRefusal } from "@/lib/outreach/types";
import { db } from "@/lib/server/db";
import { signInAction } from "@/lib/staff/actions";
import { addStaffMember } from "@/lib/staff/mutations";
import type { StaffSession } from "@/lib/staff/types";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newInquiry, newListing } from "../support/inquiry";
import { formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const DAY = 24 * 3600 * 1000;
const slugOf = async (id: string) => (await db.listing.findUniqueOrThrow({ where: { id } })).slug;
let staff: StaffSession;
let place = "";
let otherPlace = "";
let unlisted = "";
let closed = "";
beforeAll(async () => {
  const login = { name: "Sam", email: "sam@example.org", role: "outreach" } as const;
  const added = await addStaffMember(staffSession(), login);
  const form = formOf({ email: login.email, password: added?.password ?? "", next: "/admin" });
  await outcomeOf(() => signInAction(null, form));
  const { id } = await db.staffMember.findFirstOrThrow({ where: { email: login.email }, select: { id: true } });
  staff = staffSession({ staffId: id, role: "outreach" });
  place = await newListing();
  otherPlace = await newListing();
  unlisted = await newListing({ status: "archived" });
  closed = await newListing({ closedOn: new Date("2026-11-01"), closedReason: "Its door is locked." });
});

const end = (inquiryId: string) =>
  db.consent.updateMany({ where: { inquiryId }, data: { ending: "withdrawn", endedAt: new Date() } });
const erase = (id: string) => db.$executeRaw`
  UPDATE "Inquiry" SET "erasedAt" = now(), "name" = NULL, "email" = NULL, "phone" = NULL, "message" = NULL,
    "emailHash" = NULL, "phoneHash" = NULL, "mayAnswerSince" = NULL, "preferredWay" = NULL, "preferredTime" = NULL,
    "mayLeaveMessage" = false, "idempotencyKey" = 'erased ' || "id" WHERE "id" = ${id}::uuid`;

/** An inquiry whose consent is over, which no form can make; without any, which only a broken database holds. */
async function oldInquiry(hasConsent: boolean): Promise<{ id: string }> {
  const { version, locale } = currentConsent("en");
  const [givenAt, expiresAt] = [new Date(Date.now() - 3 * DAY), new Date(Date.now() - 1000)];
  const person = { name: "x", phone: "x", message: "x", locale };
  const data = { ...person, reference: newReference(), idempotencyKey: randomUUID() };
  const consents = hasConsent && { consents: { create: { textVersion: version, locale, givenAt, expiresAt } } };
  return db.$transaction(async (tx) => {
    if (!hasConsent) await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    return tx.inquiry.create({ data: { ...data, ...consents }, select: { id: true } });
  });
}

const contact = (inquiryId: string, listingId = place, more: Record<string, string> = { "share.needs": "on" }) =>
  outcomeOf(() => recordOutreachAction(null, formOf({ inquiryId, listingId, way: "call", ...more })));
const save = (id: string, version: number, fields: Record<string, string>) =>
  outcomeOf(() => saveNeedsAction(null, formOf({ id, version, near: "", ...fields })));

describe("what a person needs", () => {
  test("is kept as the search's own codes, and written down without saying what", async () => {
    const { id } = await newInquiry();
    const made_up = { "payment:gold": "on", "x'; --": "on", name: "Ana" };
    expect(await save(id, 1, { near: " 90033 ", "payment:medi-cal": "on", "level:detox": "on", ...made_up })).toEqual({
      redirect: `/admin/inquiries/${id}?done=needs#outreach`,
    });
    const kept = await db.inquiry.findUniqueOrThrow({ where: { id } });
    expect(kept).toMatchObject({ needs: ["level:detox", "payment:medi-cal"], needsNear: "90033", version: 2 });
    const events = await db.auditEvent.findMany({ where: { subjectId: id } });
    expect(events).toMatchObject([{ action: "inquiry.needs_changed", actorId: staff.staffId }]);
    expect(JSON.stringify(events)).not.toMatch(/detox|medi-cal|90033/);
  });

  test("is not overwritten by whoever saw an older version; a ZIP code that is none is answered", async () => {
    const { id } = await newInquiry();
    await save(id, 1, { "language:spanish": "on" });
    expect(await save(id, 1, {})).toMatchObject({
      answer: { status: "conflict", current: { version: 2, typed: { near: "" } } },
    });
    expect(await save(id, 2, { near: "9003" })).toMatchObject({ answer: { fieldErrors: { near: "zipFormat" } } });
    expect(await save(randomUUID(), 1, {})).toEqual({ answer: { status: "failed", code: "gone" } });
    expect(await db.inquiry.findUnique({ where: { id } })).toMatchObject({ needs: ["language:spanish"] });
  });

  test("goes with the person, whatever path erases them, and cannot come back", async () => {
    const { id } = await newInquiry();
    await save(id, 1, { near: "90033", "medication:methadone": "on" });
    await erase(id);
    await db.$executeRaw`UPDATE "Inquiry" SET "needs" = ARRAY['level:detox'], "needsNear" = '90033' WHERE "id" = ${id}::uuid`;
    expect(await db.inquiry.findUnique({ where: { id } })).toMatchObject({ needs: [], needsNear: null });
    expect(await save(id, 2, { "level:detox": "on" })).toEqual({ answer: { status: "failed", code: "gone" } });
  });

  test.each(["ARRAY['Ana needs detox']", "ARRAY['level:detox', NULL]", "ARRAY['level:detox\nAna']", "NULL"])(
    "cannot be words, whoever asks the database: %s",
    async (needs) => {
      const { id } = await newInquiry();
      const statement = `UPDATE "Inquiry" SET "needs" = ${needs} WHERE "id" = '${id}'`;
      await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(/Inquiry_needs_are_codes/);
    },
  );
});

describe("places that fit", () => {
  const says = (listingId: string, yes: string[], no: string[]) =>
    db.factSheet.create({
      data: { listingId, source: "samhsa", asOf: new Date("2024-01-01"), asOfPrecision: "year", yes, no },
    });
  const suggested = async (id: string) => (await getOutreachDesk(staff, id, undefined)).suggestions;

  test("of any listed, say no to nothing and come with source, distance and what they answered before", async () => {
    const [fits, refuses] = [await newListing(), await newListing()];
    await says(fits, ["BC"], []);
    await says(refuses, [], ["BC"]);
    const { id } = await newInquiry();
    await save(id, 1, { "access:children-stay": "on", near: "90033" });
    await contact(id, fits);
    const [first, ...others] = await suggested(id);
    expect(first).toMatchObject({ place: { id: fits }, refusal: null, contact: { outcome: null } });
    expect(first?.fit.answers).toMatchObject([{ fact: { value: "yes", source: "samhsa", asOf: "2024-01-01" } }]);
    expect(others.length).toBeGreaterThan(0);
    expect(others.some(({ place: { id: other } }) => other === refuses || other === unlisted)).toBe(false);
  });

  test("of a consent that names places, are those, also the ones that do not fit or are listed no more", async () => {
    const { id } = await newInquiry({ places: [place, otherPlace] });
    await db.listing.update({ where: { id: otherPlace }, data: { status: "archived" } });
    const places = (await suggested(id)).map(({ place: { id: each }, refusal }) => [each, refusal]);
    await db.listing.update({ where: { id: otherPlace }, data: { status: "published" } });
    expect(places.toSorted()).toEqual(
      [
        [place, null],
        [otherPlace, "not_listed"],
      ].toSorted(),
    );
  });
});

describe("a contact", () => {
  test("is written down as it is made, with who, how and what was told; then what came of it", async () => {
    const { id } = await newInquiry();
    const answer = await contact(id);
    const made = await db.outreach.findFirstOrThrow({ where: { inquiryId: id } });
    expect(answer).toEqual({ redirect: `/admin/inquiries/${id}?outreach=${made.id}#contact-${made.id}` });
    expect(made).toMatchObject({ listingId: place, way: "call", shared: ["needs"], staffMemberId: staff.staffId });
    const noted = { id: made.id, inquiryId: id, outcome: "waiting_list", nextStep: "we_try_again" };
    expect(await outcomeOf(() => noteOutcomeAction(null, formOf(noted)))).toEqual({
      redirect: `/admin/inquiries/${id}?done=answered#contact-${made.id}`,
    });
    expect((await getOutreachDesk(staff, id, undefined)).log).toMatchObject([
      {
        staffName: "Sam",
        shared: ["needs"],
        outcome: "waiting_list",
        nextStep: "we_try_again",
        listing: { id: place },
      },
    ]);
  });

  test("answers made-up fields, and an outcome of no contact", async () => {
    const { id } = await newInquiry();
    expect(await contact(id, place, { way: "email" })).toMatchObject({ answer: { status: "invalid" } });
    expect(await contact("nobody", "nothing")).toMatchObject({ answer: { status: "invalid" } });
    const noted = { id: randomUUID(), inquiryId: id, outcome: "no_room", nextStep: "none" };
    expect(await outcomeOf(() => noteOutcomeAction(null, formOf(noted)))).toMatchObject({ answer: { code: "gone" } });
    const unsaid = formOf({ ...noted, outcome: "", nextStep: "" });
    expect(await outcomeOf(() => noteOutcomeAction(null, unsaid))).toMatchObject({
      answer: { fieldErrors: { outcome: "outcomeMissing", nextStep: "nextStepMissing" } },
    });
    expect(await db.outreach.count({ where: { inquiryId: id } })).toBe(0);
  });
});

describe("refused by the action, and disabled on the page for the same reason", () => {
  interface Case {
    make: () => Promise<{ id: string }>;
    where?: () => string;
  }
  let interesting = "";
  beforeAll(async () => {
    interesting = await newListing();
    await db.interest.create({ data: { staffMemberId: staff.staffId, listingId: interesting, reason: "family" } });
  });

  const CASES: Record<
    Exclude<OutreachRefusal, "gone" | "not_shareable" | "not_given" | "no_email" | "changed">,
    Case
  > = {
    erased: { make: () => newInquiry().then(async (made) => (await erase(made.id), made)) },
    no_consent: { make: () => oldInquiry(false) },
    withdrawn: { make: () => newInquiry().then(async (made) => (await end(made.id), made)) },
    expired: { make: () => oldInquiry(true) },
    out_of_scope: { make: () => newInquiry({ places: [otherPlace] }) },
    not_listed: { make: () => newInquiry(), where: () => unlisted },
    closed: { make: () => newInquiry(), where: () => closed },
    interested: { make: () => newInquiry(), where: () => interesting },
  };

  test.each(Object.entries(CASES))("%s", async (code, { make, where }) => {
    const { id } = await make();
    const listingId = where?.() ?? place;
    expect(await contact(id, listingId)).toEqual({ answer: { status: "failed", code } });
    const desk = await getOutreachDesk(staff, id, await slugOf(listingId));
    expect(desk.chosen).toMatchObject({ refusal: code });
    const isWhole = ["erased", "no_consent", "withdrawn", "expired"].includes(code);
    expect(desk.refusal).toBe(isWhole ? code : null);
    expect(desk.suggestions.length > 0).toBe(!isWhole);
    expect(await db.outreach.count({ where: { inquiryId: id } })).toBe(0);
  });

  test("not_shareable: the page allows what the consent does", async () => {
    const { id } = await newInquiry();
    expect((await getOutreachDesk(staff, id, undefined)).mayShare).toEqual(["needs"]);
    for (const field of ["name", "email", "phone"])
      expect(await contact(id, place, { [`share.${field}`]: "on" })).toEqual({
        answer: { status: "failed", code: "not_shareable" },
      });
  });

  test("gone: there is no such inquiry", async () => {
    expect(await contact(randomUUID())).toEqual({ answer: { status: "failed", code: "gone" } });
  });
});
