import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/mutations";
import { acceptHeld, heldCorrection } from "@/lib/corrections/mutations";
import type { CorrectionStatus } from "@/lib/corrections/types";
import { factOf } from "@/lib/facts/facts";
import { releaseConfirmation, withholdConfirmation } from "@/lib/inquiries/mutations";
import { holdListing } from "@/lib/interests/mutations";
import { getListingState } from "@/lib/listings/admin-queries";
import { writeChecks, writeListing } from "@/lib/listings/mutations";
import type { FactAnswer, ListingInput, ListingValues } from "@/lib/listings/schema";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { once } from "@/lib/server/once";
import { ensureQueue } from "@/lib/server/queue";
import type { InquiryStatus } from "@/lib/inquiries/types";
import type { StaffSession } from "@/lib/staff/types";
import { changesBetween } from "./acceptance";
import { dueAfter, dueByEndOf } from "./due";
import { answersOf, type AcceptanceInput } from "./schema";
import { sealNote } from "./sealed";
import type { Work, WorkChange, WorkChoice } from "./types";

const workSelect = {
  status: true,
  version: true,
  assigneeId: true,
  dueAt: true,
  firstAnsweredAt: true,
  suspectedSpam: true,
} as const;
type Decided = Omit<Work, "version">;

/**
 * Changes an inquiry: its state, who works on it, until when, whether the person has been answered. Refused when
 * somebody changed it since `version`; the answer says what it is now.
 */
export async function workInquiry(
  staff: StaffSession,
  id: string,
  version: number,
  choice: WorkChoice,
): Promise<WorkChange> {
  await ensureQueue();
  return db.$transaction(async (tx): Promise<WorkChange> => {
    const found = await tx.inquiry.findUnique({ where: { id, erasedAt: null }, select: workSelect });
    if (!found) return { status: "gone" };
    const { suspectedSpam, ...before } = found;
    if (choice.assigneeId && !(await mayWork(tx, choice.assigneeId))) return { status: "unassignable" };
    const after = decide(before, choice, new Date());
    const { count } = await tx.inquiry.updateMany({
      where: { id, version, erasedAt: null },
      data: { ...after, version: { increment: 1 } },
    });
    if (count === 0) {
      const now = await tx.inquiry.findUnique({ where: { id, erasedAt: null }, select: workSelect });
      return asConflict(now, choice);
    }
    await confirmAsJudged(tx, staff, id, { suspectedSpam, from: before.status, to: after.status });
    const changed = changesOf(before, after);
    if (changed.length > 0)
      await recordAudit(tx, staff, {
        action: before.status === after.status ? "inquiry.worked" : "inquiry.status_changed",
        subjectType: "inquiry",
        subjectId: id,
        before: pick(before, changed),
        after: pick(after, changed),
      });
    return { status: "ok", version: version + 1 };
  });
}

/**
 * Whether a person wrote is what staff judge with the state. Out of the quarantine, or of spam, and into work: they get
 * the confirmation that they have not got. Into spam: what has not left goes to nobody.
 */
async function confirmAsJudged(
  tx: Db,
  staff: StaffSession,
  id: string,
  { suspectedSpam, from, to }: { suspectedSpam: boolean; from: InquiryStatus; to: InquiryStatus },
): Promise<void> {
  if (to === "spam" && from !== "spam") await withholdConfirmation(tx, staff, id);
  const wasKeptBack = from === "spam" || (from === "new" && suspectedSpam);
  const isFromPerson = to === "in_progress" || to === "waiting" || (to === "new" && !suspectedSpam);
  if (wasKeptBack && isFromPerson) await releaseConfirmation(tx, staff, id);
}

async function mayWork(tx: Db, staffId: string): Promise<boolean> {
  const where = {
    id: staffId,
    role: { in: ["outreach", "admin"] },
    removedAt: null,
  } satisfies Prisma.StaffMemberWhereInput;
  return (await tx.staffMember.count({ where })) > 0;
}

/** A new state brings its own due time. When staff wait for the person, they have answered them. */
function decide(before: Work, { status, assigneeId, dueOn, answered }: WorkChoice, now: Date): Decided {
  const entered = status !== before.status;
  const byRule = entered || before.dueAt === null ? dueAfter(status, now) : before.dueAt;
  const hasAnswered = answered || status === "waiting" || status === "done";
  return {
    status,
    assigneeId,
    dueAt: byRule && dueOn ? dueByEndOf(dueOn) : byRule,
    firstAnsweredAt: before.firstAnsweredAt ?? (hasAnswered ? now : null),
  };
}

/**
 * Gives an inquiry back what one change of it changed, while all of that still stands. Who has left, or may no longer work
 * it, does not come back. What was judged with the state is judged anew; a mail that has left stays sent.
 * @returns false when it was changed since, or is gone
 */
export async function undoWork(
  staff: StaffSession,
  id: string,
  before: Partial<Decided>,
  after: Partial<Decided>,
): Promise<boolean> {
  await ensureQueue();
  return db.$transaction(async (tx) => {
    const found = await tx.inquiry.findUnique({ where: { id, erasedAt: null }, select: workSelect });
    if (!found) return false;
    const { suspectedSpam, version, ...now } = found;
    const back = { ...now, ...before };
    const isLost = changesOf(now, back).length > 0 && changesOf(now, { ...now, ...after }).length > 0;
    if (isLost || (back.assigneeId && !(await mayWork(tx, back.assigneeId)))) return false;
    const changed = changesOf(now, back);
    if (changed.length === 0) return true;
    const { count } = await tx.inquiry.updateMany({
      where: { id, version, erasedAt: null },
      data: { ...back, version: { increment: 1 } },
    });
    if (count === 0) return false;
    await confirmAsJudged(tx, staff, id, { suspectedSpam, from: now.status, to: back.status });
    await recordAudit(tx, staff, {
      action: now.status === back.status ? "inquiry.worked" : "inquiry.status_changed",
      subjectType: "inquiry",
      subjectId: id,
      before: pick(now, changed),
      after: pick(back, changed),
    });
    return true;
  });
}

/** The inquiry already is as asked: the button was pressed twice, or a colleague did the same. This is no conflict. */
function asConflict(current: Work | null, choice: WorkChoice): WorkChange {
  if (!current) return { status: "gone" };
  const { status, version } = current;
  const isSame = changesOf(current, decide(current, choice, new Date())).length === 0;
  return isSame ? { status: "ok", version } : { status: "conflict", current: { status, version } };
}

function changesOf(before: Decided, after: Decided): (keyof Decided)[] {
  const fields = ["status", "assigneeId", "dueAt", "firstAnsweredAt"] as const;
  return fields.filter((field) => before[field]?.valueOf() !== after[field]?.valueOf());
}

function pick(work: Decided, fields: (keyof Decided)[]): Partial<Decided> {
  return Object.fromEntries(fields.map((field) => [field, work[field]]));
}

/** Adds a note, encrypted like the person's own words; false when the inquiry does not exist or was erased. */
export async function addNote(
  staff: StaffSession,
  inquiryId: string,
  text: string,
  act: string | null = null,
): Promise<boolean> {
  return db.$transaction(async (tx) => (await once(tx, act, () => writeNote(tx, staff, inquiryId, text))) !== null);
}

async function writeNote(tx: Db, staff: StaffSession, inquiryId: string, text: string): Promise<string | null> {
  const id = randomUUID();
  const [inquiry] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Inquiry" WHERE "id" = ${inquiryId}::uuid AND "erasedAt" IS NULL FOR SHARE`;
  if (!inquiry) return null;
  await tx.inquiryNote.create({
    data: { id, inquiryId, staffMemberId: staff.staffId, text: sealNote(id, text) },
    select: { id: true },
  });
  await recordAudit(tx, staff, { action: "inquiry.noted", subjectType: "inquiry", subjectId: inquiryId });
  return id;
}

export interface Correcting {
  input: AcceptanceInput;
  /** The listing's fields as they are to be; null where none was changed. */
  listing: ListingInput | null;
  /** What the page said of each fact when it was opened, by attribute. */
  seen: Partial<Record<string, string>>;
}

type CorrectingRefusal =
  /** Somebody decided about the report meanwhile. */
  | { outcome: "decided"; current: { status: CorrectionStatus; version: number } }
  /** Somebody changed the listing, or answered one of the facts, meanwhile. */
  | { outcome: "listing_changed"; version: number; saved: ListingValues; facts: FactAnswer[] }
  /** Nothing changed, though a change was meant; or something did, though nothing was. */
  | { outcome: "unchanged" | "contradicted" }
  | { outcome: "gone" | "interested" };

export type CorrectingWrite = { outcome: "saved"; slugs: string[] } | CorrectingRefusal;

/** Ends a transaction without a trace, and says why. */
class Refused extends Error {
  constructor(readonly refusal: CorrectingRefusal) {
    super(refusal.outcome);
  }
}

/**
 * Changes the listing as a correction says and accepts the correction, both or neither. It needs a change, or the words
 * why nothing has to change. Pressed twice, it acts once.
 */
export async function correctListing(
  staff: StaffSession,
  correcting: Correcting,
  act: string | null = null,
): Promise<CorrectingWrite> {
  await ensureQueue();
  try {
    return await db.$transaction(async (tx) => {
      let slugs: string[] = [];
      const { id } = correcting.input;
      await once(tx, act, async () => {
        slugs = await correct(tx, staff, correcting);
        return id;
      });
      return { outcome: "saved", slugs };
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function correct(tx: Db, staff: StaffSession, { input, listing, seen }: Correcting): Promise<string[]> {
  const { id, version, evidence, asOf, outcome, publicNote, locale } = input;
  const held = await heldCorrection(tx, staff, id);
  if ("outcome" in held) throw new Refused(held);
  if (held.version !== version)
    throw new Refused({ outcome: "decided", current: { status: held.status, version: held.version } });
  const { listingId } = held;
  await holdListing(tx, staff, listingId);
  const before = await getListingState(staff, listingId, tx);
  const answers = answersOf(input);
  const facts = answers
    .map(({ attribute }) => ({ attribute, value: factOf(before.facts, attribute).value }))
    .filter(({ attribute, value }) => (seen[attribute] ?? "unknown") !== value);
  const written = listing && (await writeListing(tx, staff, { ...listing, id: listingId }));
  if (facts.length > 0 || written?.outcome === "conflict")
    throw new Refused({ outcome: "listing_changed", version: before.version, saved: before.values, facts });
  // Its address on our site is not changed here.
  if (written && written.outcome !== "saved") throw new Error(`The listing was not written: ${written.outcome}`);
  if (answers.length > 0) await writeChecks(tx, staff, { id: listingId, asOf, evidence: evidence.trim(), answers });
  const answered = answers.map(({ attribute }) => attribute);
  const changes = changesBetween(
    before,
    await getListingState(staff, listingId, tx),
    answered,
    input.hidesOld === "on",
  );
  if (changes.length === 0 && outcome === "changed") throw new Refused({ outcome: "unchanged" });
  if (changes.length > 0 && outcome === "nothing") throw new Refused({ outcome: "contradicted" });
  await acceptHeld(tx, staff, id, { publicNote: publicNote || null, locale, changes });
  return written?.slugs ?? [before.values.slug];
}
