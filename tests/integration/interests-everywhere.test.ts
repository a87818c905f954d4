// A conflict of interest against every way to judge a place: by the code, by a prompt at the database, and at the same
// moment as the declaration.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { decideCorrection, reportCorrection } from "@/lib/corrections/mutations";
import { decideCorrectionAction } from "@/lib/desk/actions";
import { hasInterest } from "@/lib/interests/queries";
import { declareInterest } from "@/lib/interests/mutations";
import { recordCallAction } from "@/lib/calls/actions";
import * as listingActions from "@/lib/listings/actions";
import { getListing } from "@/lib/listings/admin-queries";
import * as listings from "@/lib/listings/mutations";
import { listingSchema, type ListingStep } from "@/lib/listings/schema";
import { noteOutcomeAction, recordOutreachAction } from "@/lib/outreach/actions";
import { noteOutcome, recordOutreach } from "@/lib/outreach/mutations";
import { db, type Db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import type { StaffSession } from "@/lib/staff/types";
import { formSender } from "../support/actors";
import { signInAdministrator } from "../support/administrator";
import { accept } from "../support/corrections";
import { testDatabase } from "../support/database";
import { openDatabase } from "../support/database-prompt";
import { newInquiry, newListing, outreachStaff } from "../support/inquiry";
import { newLicense } from "../support/license";
import { recordOf } from "../support/place-record";
import { formOf, outcomeOf } from "../support/staff-request";
import { expectWaiting } from "../support/waiting";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

let sam: StaffSession;
const colleague = outreachStaff;
let listingId = "";
let correctionId = "";
let outreachId = "";

beforeAll(async () => {
  await ensureQueue();
  await newLicense(NOTE.licenseNumber);
  sam = await signInAdministrator();
  const { staffId: id, name, email, role } = colleague;
  await db.staffMember.create({ data: { id, name, email, role } });
});

/** A place with a report about it and a contact made there. */
beforeEach(async () => {
  listingId = await newListing({ slug: `place-${randomUUID()}` });
  const words = { wrong: randomUUID(), right: undefined, evidence: undefined, email: undefined };
  const input = { topic: "contact", grounds: "asked_them", ...words } as const;
  const { reference } = await reportCorrection(formSender(), { input, listingId, locale: "en", spam: "clear" });
  correctionId = (await db.correction.findUniqueOrThrow({ where: { reference } })).id;
  const { id: inquiryId } = await newInquiry();
  const made = await recordOutreach(colleague, { inquiryId, listingId, way: "call", shared: ["needs"] });
  if (made.status !== "ok") throw new Error(made.code);
  outreachId = made.id;
});

const declare = async (staff = sam) => {
  const { slug } = await db.listing.findUniqueOrThrow({ where: { id: listingId }, select: { slug: true } });
  return declareInterest(staff, slug, "owns_part");
};

async function typed(changes: Record<string, string> = {}) {
  const { version, values } = (await getListing(colleague, listingId))!;
  return { id: listingId, version, ...values, ...changes };
}

const ANSWER = { attribute: "BU", value: "yes" } as const;
const CALL = { evidence: "They said so", asOf: "2026-11-20" } as const;
const CHECK = { ...ANSWER, ...CALL };
const CORRECTING = { ...CHECK, outcome: "changed" } as const;
const INTERESTED = { outcome: "interested" };
const NOTE = { licenseNumber: "190001AN", note: "Another tenant.", evidence: "Their door says so." };
const CLOSING = { closedOn: "2026-11-20", closedReason: "Its door is locked." };
const OUTCOME = { outcome: "no_room", nextStep: "none" } as const;

const record = () => recordOf(listingId);
type Judgment = (staff: StaffSession) => Promise<unknown>;
const decide = (status: "declined" | "spam" | "new", version = 1): Judgment => {
  const declineReason = status === "declined" ? "It rings." : "";
  return (staff) => decideCorrection(staff, correctionId, version, { status, declineReason });
};
const save = async (staff: StaffSession, changes: Record<string, string>, step: ListingStep = null) =>
  listings.saveListing(staff, listingSchema.parse(await typed(changes)), step);
const called = () => ({ id: listingId, ...CALL, answers: [ANSWER] });
const within = (write: (tx: Db, staff: StaffSession) => Promise<unknown>): Judgment => {
  return (staff) => db.$transaction((tx) => write(tx, staff));
};

const check: Judgment = (staff) => listings.checkFact(staff, { id: listingId, ...CHECK });
const retract: Judgment = async (staff) => {
  const { id: checkId } = await db.factCheck.findFirstOrThrow({ where: { listingId } });
  return listings.retractCheck(staff, { id: listingId, checkId, reason: "They were closed that day." });
};

/** What the code does with a place, and what it answers whoever may do it. */
const JUDGMENTS: Record<string, { judge: Judgment; answer?: object; before?: Judgment }> = {
  saveListing: { judge: (staff) => save(staff, { phone: "213-555-0199" }) },
  "saveListing, closing it": { judge: (staff) => save(staff, CLOSING) },
  "saveListing, moving it": { judge: (staff) => save(staff, { slug: `moved-${randomUUID()}` }) },
  "saveListing, archiving it": { judge: (staff) => save(staff, {}, "archive") },
  "saveListing, taking it back": { judge: (staff) => save(staff, {}, "draft") },
  checkFact: { judge: check },
  retractCheck: { before: check, judge: retract },
  noteLicense: { judge: (staff) => listings.noteLicense(staff, { id: listingId, ...NOTE }) },
  writeListing: {
    judge: within(async (tx, staff) => listings.writeListing(tx, staff, listingSchema.parse(await typed(CLOSING)))),
  },
  writeChecks: { judge: within((tx, staff) => listings.writeChecks(tx, staff, called())) },
  correctListing: { judge: (staff) => accept(staff, correctionId, 1, CORRECTING), answer: INTERESTED },
  "decideCorrection, declined": { judge: decide("declined"), answer: INTERESTED },
  "decideCorrection, spam": { judge: decide("spam"), answer: INTERESTED },
  "decideCorrection, put back": { before: decide("spam"), judge: decide("new", 2), answer: INTERESTED },
  noteOutcome: { judge: (staff) => noteOutcome(staff, outreachId, OUTCOME), answer: { status: "interested" } },
  recordOutreach: {
    judge: async (staff) => {
      const { id: inquiryId } = await newInquiry();
      return recordOutreach(staff, { inquiryId, listingId, way: "call", shared: ["needs"] });
    },
    answer: { status: "refused", code: "interested" },
  },
};

test("every function that changes a listing is among them", () => {
  const named = Object.keys(JUDGMENTS).map((name) => name.split(",")[0]);
  expect(named).toEqual(expect.arrayContaining(Object.keys(listings)));
});

describe("whoever declared one judges nothing about the place, a colleague does", () => {
  test.each(Object.entries(JUDGMENTS))("%s", async (_, { judge, answer, before: prepare }) => {
    await prepare?.(colleague);
    await declare();
    const before = await record();
    const refused = await judge(sam).catch((error: unknown) => error);
    // What has no answer of its own is refused by the database; the action says why (below).
    expect(refused).toMatchObject(answer ?? { code: "P2003" });
    expect(await record()).toEqual(before);
    await judge(colleague);
    expect(await record()).not.toEqual(before);
  });
});

describe("the desk says why, in a word of its own", () => {
  const kept = () => ({ answer: { status: "failed", code: "interested", values: { id: listingId } } });
  const refused = () => ({ answer: { status: "failed", code: "interested" } });
  const gone = () => ({ answer: { status: "failed", code: "gone" } });
  const RETRACTION = { checkId: randomUUID(), reason: "They were closed." };
  const REPORT = { version: 1, status: "accepted", outcome: "nothing", publicNote: "It is so." };
  const noteContact = async () => {
    const { inquiryId } = await db.outreach.findUniqueOrThrow({ where: { id: outreachId } });
    return noteOutcomeAction(null, formOf({ id: outreachId, inquiryId, ...OUTCOME }));
  };
  const contact = async () =>
    recordOutreachAction(null, formOf({ inquiryId: (await newInquiry()).id, listingId, way: "call" }));
  const press = async (step: string) => listingActions.saveListingAction(null, formOf({ ...(await typed()), step }));
  test.each<[string, () => Promise<unknown>, () => object]>([
    ["saved", async () => listingActions.saveListingAction(null, formOf(await typed({ phone: "213-555-0199" }))), kept],
    ["closed", async () => listingActions.saveListingAction(null, formOf(await typed(CLOSING))), kept],
    ["archived", () => press("archive"), kept],
    ["taken back", () => press("draft"), kept],
    ["checked", () => listingActions.checkFactAction(null, formOf({ id: listingId, ...CHECK })), kept],
    ["called", () => recordCallAction(null, formOf({ id: listingId, ...CALL, "answer-BUM": "yes" })), kept],
    ["retracted", () => listingActions.retractCheckAction(null, formOf({ ...RETRACTION, id: listingId })), gone],
    ["explained", () => listingActions.noteLicenseAction(null, formOf({ id: listingId, ...NOTE })), kept],
    ["decided", () => decideCorrectionAction(null, formOf({ ...REPORT, id: correctionId })), refused],
    ["noted", noteContact, refused],
    ["contacted", contact, refused],
  ])("%s", async (_, act, answer) => {
    await declare();
    expect(await outcomeOf(act)).toMatchObject(answer());
  });
});

describe("a prompt at the database gets no further", () => {
  let prompt: pg.Client;
  beforeEach(async () => {
    prompt = await openDatabase();
    await declare();
  });
  const as = (member: string, sql: string, values: unknown[]) =>
    prompt
      .query("BEGIN")
      .then(() => prompt.query("SELECT set_config('house.staff', $1, true)", [member]))
      .then(() => prompt.query(sql, values))
      .then(
        () => prompt.query("COMMIT").then(() => "done"),
        (error: unknown) => prompt.query("ROLLBACK").then(() => String(error)),
      );
  const SHEET = `INSERT INTO "FactSheet" ("id", "listingId", "source", "asOf", "asOfPrecision", "yes", "no", "unknown", "unrecognised", "evidence", "staffMemberId")
    VALUES (gen_random_uuid(), $1, 'staff', '2026-11-20', 'day', '{BU}', '{}', '{}', '{}', 'They said so'`;

  const A_CHECK = `INSERT INTO "FactCheck" ("id", "listingId", "attribute", "value", "evidence", "asOf", "staffMemberId")
    VALUES (gen_random_uuid(), $1, 'BU', 'yes', 'They said so', '2026-11-20'`;

  const A_NOTE = `INSERT INTO "LicenseNote" ("id", "listingId", "licenseNumber", "note", "evidence", "staffMemberId") VALUES (gen_random_uuid(), $1, '190001AN', 'Another tenant', 'Their door'`;

  test.each<[string, string, () => unknown[]]>([
    ["its columns", `UPDATE "Listing" SET "name" = 'Best of all' WHERE "id" = $1`, () => [listingId]],
    [
      "its closing",
      `UPDATE "Listing" SET "closedOn" = '2026-11-20', "closedReason" = 'x' WHERE "id" = $1`,
      () => [listingId],
    ],
    ["its standing", `UPDATE "Listing" SET "status" = 'archived' WHERE "id" = $1`, () => [listingId]],
    ["its facts", `${SHEET}, $2)`, () => [listingId, colleague.staffId]],
    ["a check of it", `${A_CHECK}, $2)`, () => [listingId, colleague.staffId]],
    ["a note about a license", `${A_NOTE}, $2)`, () => [listingId, colleague.staffId]],
    [
      "its address",
      `INSERT INTO "SlugRedirect" ("subject", "fromSlug", "subjectId") VALUES ('listing', 'x-' || $1, $1::uuid)`,
      () => [listingId],
    ],
    ["a report", `UPDATE "Correction" SET "status" = 'spam' WHERE "id" = $1`, () => [correctionId]],
    ["the removal of a report", `DELETE FROM "Correction" WHERE "id" = $1`, () => [correctionId]],
    ["what it answered", `UPDATE "Outreach" SET "outcome" = 'no_room' WHERE "id" = $1`, () => [outreachId]],
  ])("%s", async (_, sql, values) => {
    expect(await as(sam.staffId, sql, values())).toContain("A conflict of interest is declared");
    expect(await as(colleague.staffId, sql, values())).toBe("done");
  });

  test("nor where the row or its record names who it was", async () => {
    for (const row of [SHEET, A_CHECK, A_NOTE])
      await expect(prompt.query(`${row}, $2)`, [listingId, sam.staffId])).rejects.toThrow("conflict of interest");
    await check(colleague);
    const retraction = `UPDATE "FactCheck" SET "retractedAt" = now(), "retractedById" = $1, "retractedReason" = 'x'`;
    await expect(prompt.query(retraction, [sam.staffId])).rejects.toThrow("conflict of interest");
    const event = `INSERT INTO "AuditEvent" ("id", "actorId", "action", "subjectType", "subjectId") VALUES (gen_random_uuid(), $1, $2, $3, $4)`;
    const events = [
      [sam.staffId, "listing.edited", "listing", listingId],
      [sam.staffId, "correction.accepted", "correction", correctionId],
    ];
    for (const values of events) await expect(prompt.query(event, values)).rejects.toThrow("conflict of interest");
    await prompt.query(event, [sam.staffId, "correction.viewed", "correction", correctionId]);
    await prompt.query(event, [null, "correction.erased", "correction", correctionId]);
  });
});

describe("at the same moment", () => {
  const DECLARE = `INSERT INTO "Interest" ("id", "staffMemberId", "listingId", "reason") VALUES (gen_random_uuid(), $1, $2, 'family')`;
  let one: pg.Client;
  beforeEach(async () => {
    one = await openDatabase();
  });

  test.each(Object.entries(JUDGMENTS))(
    "a declaration under way is waited for: %s",
    async (_, { judge, answer, before: prepare }) => {
      await prepare?.(colleague);
      const before = await record();
      await one.query("BEGIN");
      await one.query(DECLARE, [sam.staffId, listingId]);
      const judged = judge(sam).catch((error: unknown) => error);
      await expectWaiting(one);
      await one.query("COMMIT");
      expect(await judged).toMatchObject(answer ?? { code: "P2003" });
      expect(await record()).toEqual(before);
    },
  );

  test("a declaration waits for a judgment under way, and is later", async () => {
    await one.query("BEGIN");
    await one.query("SELECT set_config('house.staff', $1, true)", [sam.staffId]);
    await one.query(`UPDATE "Correction" SET "status" = 'spam' WHERE "id" = $1`, [correctionId]);
    const declared = declare();
    await expectWaiting(one);
    expect(await hasInterest(sam.staffId, listingId)).toBe(false);
    await one.query("COMMIT");
    expect(await declared).toBe("declared");
    expect(await decide("declined")(sam)).toEqual({ outcome: "interested" });
  });

  test.each(["REPEATABLE READ", "SERIALIZABLE"])(
    "who looked before a declaration does not slip past it (%s)",
    async (level) => {
      await one.query(`BEGIN ISOLATION LEVEL ${level}`);
      await one.query("SELECT set_config('house.staff', $1, true)", [sam.staffId]);
      await one.query(`SELECT count(*) FROM "Interest"`);
      await declare();
      await expect(
        one.query(`UPDATE "Correction" SET "status" = 'spam' WHERE "id" = $1`, [correctionId]),
      ).rejects.toThrow(/conflict of interest|could not serialize/);
      await one.query("ROLLBACK");
    },
  );
});
