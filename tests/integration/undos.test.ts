// What a member did last to a record can be taken back for a day, by them alone, while nobody changed it since.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { decideCorrection } from "@/lib/corrections/mutations";
import { addNote, workInquiry } from "@/lib/desk/mutations";
import type { WorkChoice } from "@/lib/desk/types";
import { getListing } from "@/lib/listings/admin-queries";
import { saveListing } from "@/lib/listings/mutations";
import { listingSchema, type ListingStep } from "@/lib/listings/schema";
import { getPostForStaff } from "@/lib/posts/admin-queries";
import { createPost, savePost } from "@/lib/posts/mutations";
import { postForm, postSchema, type PostStep } from "@/lib/posts/schema";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { findUndoable } from "@/lib/undos/admin-queries";
import { undoAct } from "@/lib/undos/mutations";
import { UNDO_HOURS, UNDO_NOUNS, type UndoNoun } from "@/lib/undos/types";
import { accept } from "../support/corrections";
import { testDatabase } from "../support/database";
import { newInquiry } from "../support/inquiry";
import { CHECK, colleague, judgedPlace } from "../support/judged-place";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();
const { place, declare } = judgedPlace();

const undoable = (staff: StaffSession, noun: UndoNoun, id: string) => findUndoable(staff, noun, id);
const countEvents = (subjectId: string) => db.auditEvent.count({ where: { subjectId } });

/** Presses the button that the page of the record offers. */
async function undo(staff: StaffSession, noun: UndoNoun, id: string) {
  const offered = await undoable(staff, noun, id);
  return offered && undoAct(staff, offered.event, UNDO_NOUNS);
}

async function step(staff: StaffSession, taken: ListingStep, changes: Record<string, string> = {}) {
  const { version, values } = (await getListing(staff, place.listingId))!;
  return saveListing(staff, listingSchema.parse({ ...values, id: place.listingId, version, ...changes }), taken);
}

const listingStatus = async () => (await db.listing.findUniqueOrThrow({ where: { id: place.listingId } })).status;

describe("a listing", () => {
  const steps = [
    { from: "publish", taken: "archive", status: "published" },
    { from: "publish", taken: "draft", status: "published" },
    { from: "archive", taken: "publish", status: "archived" },
    { from: "draft", taken: "publish", status: "draft" },
    { from: "draft", taken: "archive", status: "draft" },
  ] as const;

  test.each(steps)("is $status again after the step $taken, once", async ({ from, taken, status }) => {
    await step(colleague, from);
    await step(colleague, taken);
    const event = (await undoable(colleague, "listing", place.listingId))?.event ?? "";
    const undone = await undoAct(colleague, event, ["listing"]);
    expect(undone).toMatchObject({ outcome: "undone", noun: "listing", id: place.listingId });
    expect(undone).toMatchObject({ pages: [expect.stringMatching(/^\/listings\/place-/)] });
    expect(await listingStatus()).toBe(status);
    const events = await countEvents(place.listingId);
    expect(await undoAct(colleague, event, ["listing"])).toMatchObject({ outcome: "undone", pages: [] });
    expect(await countEvents(place.listingId)).toBe(events);
  });

  test("is not offered to who did not do it, and they cannot do it", async () => {
    await step(colleague, "archive");
    const { event } = (await undoable(colleague, "listing", place.listingId))!;
    expect(await undoable(place.sam, "listing", place.listingId)).toBeNull();
    expect(await undoAct(place.sam, event, UNDO_NOUNS)).toBeNull();
    expect(await listingStatus()).toBe("archived");
  });

  test("is not taken back by a role that does not work on it", async () => {
    await step(colleague, "archive");
    const { event } = (await undoable(colleague, "listing", place.listingId))!;
    expect(await undoAct(colleague, event, ["inquiry"])).toBeNull();
  });

  test("is taken back within a day only", async () => {
    await step(colleague, "archive");
    const { event } = (await undoable(colleague, "listing", place.listingId))!;
    const nextDay = vi.spyOn(Date, "now").mockReturnValue(Date.now() + UNDO_HOURS * 60 * 60_000 + 1000);
    const late = [await undoable(colleague, "listing", place.listingId), await undoAct(colleague, event, UNDO_NOUNS)];
    nextDay.mockRestore();
    expect(late).toEqual([null, null]);
  });

  test("stays as somebody else moved it since", async () => {
    await step(colleague, "archive");
    const { event } = (await undoable(colleague, "listing", place.listingId))!;
    await step(place.sam, "draft");
    expect(await undoable(colleague, "listing", place.listingId)).toBeNull();
    expect(await undoAct(colleague, event, UNDO_NOUNS)).toMatchObject({ outcome: "undo_too_late" });
    expect(await listingStatus()).toBe("draft");
  });

  test("that was edited since keeps the edit, and the button is gone", async () => {
    await step(colleague, "archive");
    await step(colleague, null, { phone: "213-555-0143" });
    expect(await undoable(colleague, "listing", place.listingId)).toBeNull();
  });

  test("stays when its member has declared a conflict of interest since", async () => {
    await step(place.sam, "archive");
    await declare();
    expect(await undo(place.sam, "listing", place.listingId)).toMatchObject({ outcome: "interested" });
    expect(await listingStatus()).toBe("archived");
  });
});

describe("a post", () => {
  let id = "";
  beforeEach(async () => {
    id = await createPost(colleague, { title: "A post", locale: "en" });
  });
  const press = async (taken: PostStep) => {
    const { version, values } = (await getPostForStaff(colleague, id))!;
    const words = { ...values, summary: "Words.", body: "Words.", id, version: String(version) };
    return savePost(colleague, postSchema.parse(postForm(words)), { step: taken, day: "2026-11-20" });
  };
  const state = () => db.post.findUniqueOrThrow({ where: { id }, select: { status: true, publishedOn: true } });

  test.each(["archive", "unpublish"] as const)("is public again after the step %s, with its date", async (taken) => {
    await press("publish");
    const before = await state();
    await press(taken);
    expect(await undo(colleague, "post", id)).toMatchObject({ outcome: "undone", noun: "post" });
    expect(await state()).toEqual(before);
  });
});

describe("an inquiry", () => {
  const CHOICE: WorkChoice = { status: "in_progress", assigneeId: colleague.staffId, dueOn: null, answered: true };
  const mailsOf = async (inquiryId: string) =>
    (await db.mail.findMany({ where: { inquiryId, kind: "acknowledgement" } })).length;
  const state = (id: string) =>
    db.inquiry.findUniqueOrThrow({
      where: { id },
      select: { status: true, assigneeId: true, dueAt: true, firstAnsweredAt: true },
    });

  test("is nobody's and new again, due when it was, after a note too", async () => {
    const { id } = await newInquiry();
    const before = await state(id);
    await workInquiry(colleague, id, 1, CHOICE);
    const { event } = (await undoable(colleague, "inquiry", id))!;
    await addNote(colleague, id, "They called.");
    expect(await undoAct(colleague, event, ["inquiry"])).toMatchObject({ outcome: "undone" });
    expect(await state(id)).toEqual(before);
    expect(await undoAct(colleague, event, ["inquiry"])).toMatchObject({ outcome: "undone" });
    expect((await db.inquiry.findUniqueOrThrow({ where: { id } })).version).toBe(3);
  });

  test("stays as somebody else changed it since", async () => {
    const { id } = await newInquiry();
    await workInquiry(colleague, id, 1, CHOICE);
    const { event } = (await undoable(colleague, "inquiry", id))!;
    await workInquiry(place.sam, id, 2, { ...CHOICE, status: "waiting" });
    const now = await state(id);
    expect(await undoAct(colleague, event, ["inquiry"])).toMatchObject({ outcome: "undo_too_late" });
    expect(await state(id)).toEqual(now);
  });

  test.each([
    { spam: "clear", mails: 1 },
    { spam: "suspected", mails: 0 },
  ] as const)(
    "that was called spam by mistake, $spam: its person has $mails confirmations",
    async ({ spam, mails }) => {
      const email = `${randomUUID()}@example.org`;
      const input = { name: "Ana", email, phone: undefined, message: randomUUID(), consent: true } as const;
      const { id } = await newInquiry({ spam, input });
      expect(await mailsOf(id)).toBe(mails);
      await workInquiry(colleague, id, 1, { ...CHOICE, status: "spam", answered: false });
      expect(await mailsOf(id)).toBe(0);
      expect(await undo(colleague, "inquiry", id)).toMatchObject({ outcome: "undone" });
      expect(await mailsOf(id)).toBe(mails);
    },
  );
});

describe("a report", () => {
  const state = () => db.correction.findUniqueOrThrow({ where: { id: place.correctionId } });

  test.each(["declined", "spam"] as const)("that was %s waits again", async (status) => {
    const declineReason = status === "declined" ? "It rings." : "";
    await decideCorrection(colleague, place.correctionId, 1, { status, declineReason });
    expect(await undo(colleague, "correction", place.correctionId)).toMatchObject({ outcome: "undone" });
    expect(await state()).toMatchObject({ status: "new", declineReason: null, decidedAt: null });
  });

  test("that was put back is declined again, with its reason", async () => {
    await decideCorrection(place.sam, place.correctionId, 1, { status: "declined", declineReason: "It rings." });
    await decideCorrection(colleague, place.correctionId, 2, { status: "new", declineReason: "" });
    expect(await undo(colleague, "correction", place.correctionId)).toMatchObject({ outcome: "undone" });
    expect(await state()).toMatchObject({ status: "declined", declineReason: "It rings." });
  });

  test("that was accepted is put back by its own button", async () => {
    await accept(colleague, place.correctionId, 1, { ...CHECK, outcome: "changed" });
    expect(await undoable(colleague, "correction", place.correctionId)).toBeNull();
    await decideCorrection(colleague, place.correctionId, 2, { status: "new", declineReason: "" });
    expect(await undoable(colleague, "correction", place.correctionId)).toBeNull();
  });
});
