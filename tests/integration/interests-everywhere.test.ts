// A conflict of interest against every way in which the code judges a place, also at the same moment as the declaration.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as admissions from "@/lib/admissions/mutations";
import { decideCorrection } from "@/lib/corrections/mutations";
import { decideCorrectionAction } from "@/lib/desk/actions";
import { hasInterest } from "@/lib/interests/queries";
import { recordCallAction } from "@/lib/calls/actions";
import * as calls from "@/lib/calls/mutations";
import * as listingActions from "@/lib/listings/actions";
import { getListing } from "@/lib/listings/admin-queries";
import * as listings from "@/lib/listings/mutations";
import { listingSchema, type ListingStep } from "@/lib/listings/schema";
import { noteOutcomeAction, recordOutreachAction } from "@/lib/outreach/actions";
import { noteOutcome, recordOutreach } from "@/lib/outreach/mutations";
import { db, type Db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { accept } from "../support/corrections";
import { testDatabase } from "../support/database";
import { openDatabase } from "../support/database-prompt";
import { newInquiry } from "../support/inquiry";
import { ANSWER, CALL, CHECK, colleague, judgedPlace, OTHER_LICENSE } from "../support/judged-place";
import { recordOf } from "../support/place-record";
import { formOf, outcomeOf } from "../support/staff-request";
import { expectWaiting } from "../support/waiting";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();
const { place, declare } = judgedPlace();

async function typed(changes: Record<string, string> = {}) {
  const { version, values } = (await getListing(colleague, place.listingId))!;
  return { id: place.listingId, version, ...values, ...changes };
}

const CORRECTING = { ...CHECK, outcome: "changed" } as const;
const INTERESTED = { outcome: "interested" };
const NOTE = { licenseNumber: OTHER_LICENSE, note: "Another tenant.", evidence: "Their door says so." };
const CLOSING = { closedOn: "2026-11-20", closedReason: "Its door is locked." };
const RETRACTING = { reason: "They were closed that day." };
const WAIT = "wait.week" as const;
const OUTCOME = { outcome: "no_room", nextStep: "none" } as const;

const record = () => recordOf(place.listingId);
type Judgment = (staff: StaffSession) => Promise<unknown>;
const decide = (status: "declined" | "spam" | "new", version = 1): Judgment => {
  const declineReason = status === "declined" ? "It rings." : "";
  return (staff) => decideCorrection(staff, place.correctionId, version, { status, declineReason });
};
const save = async (staff: StaffSession, changes: Record<string, string>, step: ListingStep = null) =>
  listings.saveListing(staff, listingSchema.parse(await typed(changes)), step);
const called = () => ({ id: place.listingId, ...CALL, answers: [ANSWER] });
const within = (write: (tx: Db, staff: StaffSession) => Promise<unknown>): Judgment => {
  return (staff) => db.$transaction((tx) => write(tx, staff));
};

const check: Judgment = (staff) => listings.checkFact(staff, { id: place.listingId, ...CHECK });
const retract: Judgment = async (staff) => {
  const { id: checkId } = await db.factCheck.findFirstOrThrow({ where: { listingId: place.listingId } });
  return listings.retractCheck(staff, { id: place.listingId, checkId, ...RETRACTING });
};
const told = () => ({ id: place.listingId, ...CALL, admissions: [WAIT] });
/** A call about getting in alone: of facts other functions judge, too. */
const calling = (write: typeof calls.recordCall | typeof calls.proposeCall): Judgment => {
  return (staff) => write(staff, { ...told(), answers: [] });
};
const retractAdmission: Judgment = async (staff) => {
  const { id: checkId } = await db.admissionCheck.findFirstOrThrow({ where: { listingId: place.listingId } });
  return admissions.retractAdmission(staff, { id: place.listingId, checkId, ...RETRACTING });
};
const proposed = async () => (await db.proposedCall.findFirstOrThrow({ where: { listingId: place.listingId } })).id;

/** What the code does with a place, and what it answers whoever may do it. */
const JUDGMENTS: Record<string, { judge: Judgment; answer?: object; before?: Judgment }> = {
  saveListing: { judge: (staff) => save(staff, { phone: "213-555-0199" }) },
  "saveListing, closing it": { judge: (staff) => save(staff, CLOSING) },
  "saveListing, moving it": { judge: (staff) => save(staff, { slug: `moved-${randomUUID()}` }) },
  "saveListing, archiving it": { judge: (staff) => save(staff, {}, "archive") },
  "saveListing, taking it back": { judge: (staff) => save(staff, {}, "draft") },
  checkFact: { judge: check },
  retractCheck: { before: check, judge: retract },
  noteLicense: { judge: (staff) => listings.noteLicense(staff, { id: place.listingId, ...NOTE }) },
  writeListing: {
    judge: within(async (tx, staff) => listings.writeListing(tx, staff, listingSchema.parse(await typed(CLOSING)))),
  },
  writeChecks: { judge: within((tx, staff) => listings.writeChecks(tx, staff, called())) },
  recordCall: { judge: calling(calls.recordCall) },
  proposeCall: { judge: calling(calls.proposeCall) },
  acceptCall: {
    before: calling(calls.proposeCall),
    judge: async (staff) => calls.acceptCall(staff, await proposed()),
    answer: INTERESTED,
  },
  refuseCall: {
    before: calling(calls.proposeCall),
    judge: async (staff) => calls.refuseCall(staff, await proposed(), "Another line."),
    answer: INTERESTED,
  },
  writeAdmissions: { judge: within((tx, staff) => admissions.writeAdmissions(tx, staff, told())) },
  retractAdmission: { before: calling(calls.recordCall), judge: retractAdmission },
  correctListing: { judge: (staff) => accept(staff, place.correctionId, 1, CORRECTING), answer: INTERESTED },
  "decideCorrection, declined": { judge: decide("declined"), answer: INTERESTED },
  "decideCorrection, spam": { judge: decide("spam"), answer: INTERESTED },
  "decideCorrection, put back": { before: decide("spam"), judge: decide("new", 2), answer: INTERESTED },
  noteOutcome: { judge: (staff) => noteOutcome(staff, place.outreachId, OUTCOME), answer: { status: "interested" } },
  recordOutreach: {
    judge: async (staff) => {
      const { id: inquiryId } = await newInquiry();
      return recordOutreach(staff, { inquiryId, listingId: place.listingId, way: "call", shared: ["needs"] });
    },
    answer: { status: "refused", code: "interested" },
  },
};

test("every function that changes a listing, or writes what a place said, is among them", () => {
  const named = Object.keys(JUDGMENTS).map((name) => name.split(",")[0]);
  expect(named).toEqual(expect.arrayContaining(Object.keys({ ...listings, ...calls, ...admissions })));
});

describe("whoever declared one judges nothing about the place, a colleague does", () => {
  test.each(Object.entries(JUDGMENTS))("%s", async (_, { judge, answer, before: prepare }) => {
    await prepare?.(colleague);
    await declare();
    const before = await record();
    const refused = await judge(place.sam).catch((error: unknown) => error);
    // What has no answer of its own is refused by the database; the action says why (below).
    expect(refused).toMatchObject(answer ?? { code: "P2003" });
    expect(await record()).toEqual(before);
    await judge(colleague);
    expect(await record()).not.toEqual(before);
  });
});

describe("the desk says why, in a word of its own", () => {
  const kept = () => ({ answer: { status: "failed", code: "interested", values: { id: place.listingId } } });
  const refused = () => ({ answer: { status: "failed", code: "interested" } });
  const gone = () => ({ answer: { status: "failed", code: "gone" } });
  const RETRACTION = { checkId: randomUUID(), ...RETRACTING };
  const REPORT = { version: 1, status: "accepted", outcome: "nothing", publicNote: "It is so." };
  const noteContact = async () => {
    const { inquiryId } = await db.outreach.findUniqueOrThrow({ where: { id: place.outreachId } });
    return noteOutcomeAction(null, formOf({ id: place.outreachId, inquiryId, ...OUTCOME }));
  };
  const contact = async () =>
    recordOutreachAction(null, formOf({ inquiryId: (await newInquiry()).id, listingId: place.listingId, way: "call" }));
  const press = async (step: string) => listingActions.saveListingAction(null, formOf({ ...(await typed()), step }));
  test.each<[string, () => Promise<unknown>, () => object]>([
    ["saved", async () => listingActions.saveListingAction(null, formOf(await typed({ phone: "213-555-0199" }))), kept],
    ["closed", async () => listingActions.saveListingAction(null, formOf(await typed(CLOSING))), kept],
    ["archived", () => press("archive"), kept],
    ["taken back", () => press("draft"), kept],
    ["checked", () => listingActions.checkFactAction(null, formOf({ id: place.listingId, ...CHECK })), kept],
    ["called", () => recordCallAction(null, formOf({ id: place.listingId, ...CALL, "answer-BUM": "yes" })), kept],
    ["retracted", () => listingActions.retractCheckAction(null, formOf({ ...RETRACTION, id: place.listingId })), gone],
    ["told", () => listingActions.retractAdmissionAction(null, formOf({ ...RETRACTION, id: place.listingId })), gone],
    ["explained", () => listingActions.noteLicenseAction(null, formOf({ id: place.listingId, ...NOTE })), kept],
    ["decided", () => decideCorrectionAction(null, formOf({ ...REPORT, id: place.correctionId })), refused],
    ["noted", noteContact, refused],
    ["contacted", contact, refused],
  ])("%s", async (_, act, answer) => {
    await declare();
    expect(await outcomeOf(act)).toMatchObject(answer());
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
      await one.query(DECLARE, [place.sam.staffId, place.listingId]);
      const judged = judge(place.sam).catch((error: unknown) => error);
      await expectWaiting(one);
      await one.query("COMMIT");
      expect(await judged).toMatchObject(answer ?? { code: "P2003" });
      expect(await record()).toEqual(before);
    },
  );

  test("a declaration waits for a judgment under way, and is later", async () => {
    await one.query("BEGIN");
    await one.query("SELECT set_config('house.staff', $1, true)", [place.sam.staffId]);
    await one.query(`UPDATE "Correction" SET "status" = 'spam' WHERE "id" = $1`, [place.correctionId]);
    const declared = declare();
    await expectWaiting(one);
    expect(await hasInterest(place.sam.staffId, place.listingId)).toBe(false);
    await one.query("COMMIT");
    expect(await declared).toBe("declared");
    expect(await decide("declined")(place.sam)).toEqual({ outcome: "interested" });
  });

  test.each(["REPEATABLE READ", "SERIALIZABLE"])(
    "who looked before a declaration does not slip past it (%s)",
    async (level) => {
      await one.query(`BEGIN ISOLATION LEVEL ${level}`);
      await one.query("SELECT set_config('house.staff', $1, true)", [place.sam.staffId]);
      await one.query(`SELECT count(*) FROM "Interest"`);
      await declare();
      await expect(
        one.query(`UPDATE "Correction" SET "status" = 'spam' WHERE "id" = $1`, [place.correctionId]),
      ).rejects.toThrow(/conflict of interest|could not serialize/);
      await one.query("ROLLBACK");
    },
  );
});
