import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { FormSender, SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import type { AuditAction } from "@/lib/audit/types";
import { mayJudge } from "@/lib/interests/mutations";
import { tellJournal } from "@/lib/journal/mutations";
import { takeMailboxShare } from "@/lib/mails/mutations";
import { db, inHaste, type Db, type Prisma } from "@/lib/server/db";
import { keep } from "@/lib/server/keep";
import { logger } from "@/lib/server/logger";
import { addJob, ensureQueue } from "@/lib/server/queue";
import type { Locale } from "@/lib/shared/i18n";
import type { SpamVerdict } from "@/lib/shared/spam";
import type { StaffSession } from "@/lib/staff/types";
import { awaitSame, findSame } from "./queries";
import { emailDueBy } from "./retention";
import { newReference } from "./correction-reference";
import { isDecided, type CorrectionInput } from "./schema";
import { contentHashes, openEmail, sealWords } from "./sealed";
import { toChanges } from "./select";
import type { CorrectionChange, CorrectionStatus } from "./types";

export interface Report {
  input: CorrectionInput;
  listingId: string;
  locale: Locale;
  spam: SpamVerdict;
}

/** The tasks in jobs.ts. */
export const SEND_NOTICE_TASK = "sendCorrectionNotice";
export const SEND_ANSWER_TASK = "sendCorrectionAnswer";

/**
 * Keeps a report and the job that tells the team, both or neither. A report that looks automated goes to the
 * quarantine, without a mail. The same words about the same place within a day get the same reference.
 * @throws when the database did not confirm it; it is safe to send the report again
 */
export async function reportCorrection(_sender: FormSender, report: Report): Promise<{ reference: string }> {
  const hashes = contentHashes(report.listingId, report.input);
  return keep(
    async () => {
      await ensureQueue();
      return inHaste((tx) => writeReport(tx, report, hashes));
    },
    () => findSame(db, hashes),
  );
}

async function writeReport(
  tx: Db,
  { input, listingId, locale, spam }: Report,
  hashes: string[],
): Promise<{ reference: string }> {
  const same = await awaitSame(tx, hashes);
  if (same) return same;
  const id = randomUUID();
  const reference = newReference();
  const isClear = spam === "clear";
  await tx.correction.create({
    data: {
      id,
      reference,
      contentHash: hashes[0]!,
      listingId,
      locale,
      status: isClear ? "new" : "spam",
      topic: input.topic,
      grounds: input.grounds,
      ...sealWords(id, input),
      mayAnswer: input.email !== undefined,
      notice: isClear ? "queued" : null,
    },
    select: { id: true },
  });
  if (isClear) await queueNoticeJob(tx, id);
  logger.info("correction.received", { reference, spam });
  return { reference };
}

/** Has the worker tell the team of a correction, in the transaction that says so. */
export async function queueNoticeJob(tx: Db, id: string): Promise<void> {
  await addJob(tx, SEND_NOTICE_TASK, { correctionId: id }, { jobKey: `correction notice:${id}` });
}

/** Has the worker tell the reporter what we decided, in the transaction that says so. */
export async function queueAnswerJob(tx: Db, id: string): Promise<void> {
  await addJob(tx, SEND_ANSWER_TASK, { correctionId: id }, { jobKey: `correction answer:${id}` });
}

export interface Decision {
  status: Exclude<CorrectionStatus, "accepted">;
  /** Kept only with `declined`, which needs it. */
  declineReason: string;
  /** What was typed for the log; kept only by accepting, so a decision that would drop it is refused. */
  publicNote?: string;
}

export type DecisionWrite =
  | { outcome: "saved" }
  | { outcome: "conflict"; current: { status: CorrectionStatus; version: number } }
  /** Words were typed that this decision would drop. */
  | { outcome: "dropped"; field: "publicNote" | "declineReason" }
  | { outcome: "gone" }
  /** By this member, who declared a conflict of interest with the place. */
  | { outcome: "interested" };

const stateSelect = {
  listingId: true,
  status: true,
  version: true,
  publicNote: true,
  publicNoteLocale: true,
  declineReason: true,
  changes: true,
} as const;

/**
 * Declines a correction with a reason, puts it back or into the quarantine, unless somebody changed it since `version`.
 * The same decision twice is one decision. Words for another decision are not dropped. The reporter's email is erased a
 * month after a decision that is not taken back. What accepting it changed on the listing stays on record.
 */
export async function decideCorrection(
  staff: StaffSession,
  id: string,
  version: number,
  { status, declineReason, publicNote = "" }: Decision,
): Promise<DecisionWrite> {
  await ensureQueue();
  return db.$transaction(async (tx) => {
    const found = await heldCorrection(tx, staff, id);
    if ("outcome" in found) return found;
    const { listingId: _listingId, changes: _changes, version: current, ...before } = found;
    const after = {
      status,
      publicNote: null,
      publicNoteLocale: null,
      declineReason: status === "declined" ? declineReason : null,
    };
    if (isDeepStrictEqual(before, after)) return { outcome: "saved" };
    if (current !== version) return { outcome: "conflict", current: { status: before.status, version: current } };
    if (publicNote && publicNote !== before.publicNote) return { outcome: "dropped", field: "publicNote" };
    if (status !== "declined" && declineReason && declineReason !== before.declineReason)
      return { outcome: "dropped", field: "declineReason" };
    await write(tx, staff, id, before, after);
    return { outcome: "saved" };
  });
}

export interface Acceptance {
  /** For everybody to read; null where the changes say it all. */
  publicNote: string | null;
  /** The language that note is in. */
  locale: Locale;
  /** What it changed on the listing, in this transaction. */
  changes: readonly CorrectionChange[];
}

/** Accepts a correction that this transaction holds. What was changed for it before stands before what is changed now. */
export async function acceptHeld(
  tx: Db,
  staff: StaffSession,
  id: string,
  { publicNote, locale, changes }: Acceptance,
): Promise<void> {
  const {
    listingId: _listingId,
    version: _version,
    ...before
  } = await tx.correction.findUniqueOrThrow({
    where: { id },
    select: stateSelect,
  });
  await write(tx, staff, id, before, {
    status: "accepted",
    publicNote,
    publicNoteLocale: publicNote === null ? null : locale,
    declineReason: null,
    changes: [...(toChanges(before.changes) ?? []), ...changes],
  });
}

/** One at a time, for a member who may judge the place; or why not. */
export async function heldCorrection(tx: Db, staff: StaffSession, id: string) {
  await tx.$queryRaw`SELECT "id" FROM "Correction" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const found = await tx.correction.findUnique({ where: { id }, select: stateSelect });
  if (!found) return { outcome: "gone" } as const;
  return (await mayJudge(tx, staff, found.listingId)) ? found : ({ outcome: "interested" } as const);
}

type State = { status: CorrectionStatus } & Record<"publicNote" | "publicNoteLocale" | "declineReason", string | null>;

async function write(
  tx: Db,
  staff: StaffSession,
  id: string,
  before: State,
  after: State & { changes?: CorrectionChange[] },
): Promise<void> {
  const decidedAt = isDecided(after.status) ? new Date() : null;
  await tx.correction.update({
    where: { id },
    data: { ...after, decidedAt, version: { increment: 1 } },
    select: { id: true },
  });
  await recordAudit(tx, staff, {
    action: ACTIONS[after.status],
    subjectType: "correction",
    subjectId: id,
    before,
    after,
  });
  if (decidedAt) await answerOnce(tx, id);
}

/**
 * The first decision is told to a reporter who left an email, once, whatever is decided later. Whoever typed the email
 * need not be its owner, so it counts among the mails that visitors can cause to one mailbox.
 */
async function answerOnce(tx: Db, id: string): Promise<void> {
  const select = { email: true, mayAnswer: true, answer: true } as const;
  const { email: sealed, mayAnswer, answer } = await tx.correction.findUniqueOrThrow({ where: { id }, select });
  if (sealed === null || !mayAnswer || (answer !== null && answer !== "cancelled")) return;
  const email = openEmail(id, sealed);
  if (email === null || !(await takeMailboxShare(tx, email))) return;
  await tx.correction.update({ where: { id }, data: { answer: "queued" }, select: { id: true } });
  await queueAnswerJob(tx, id);
}

const ACTIONS = {
  accepted: "correction.accepted",
  declined: "correction.declined",
  new: "correction.put_back",
  spam: "correction.marked_spam",
} as const satisfies Record<CorrectionStatus, AuditAction>;

/**
 * Erases the emails of reporters whose corrections were decided long enough ago; what they wrote stays for now.
 * @returns how many
 */
export async function eraseDueEmails(actor: SystemActor, now = new Date()): Promise<number> {
  const due = await db.correction.findMany({ where: emailDueBy(now), select: { id: true } });
  let erased = 0;
  for (const { id } of due) if (await eraseEmail(actor, id, emailDueBy(now))) erased += 1;
  if (erased > 0) logger.info("correction.emails_erased", { count: erased });
  return erased;
}

/** Erases how to reach one reporter. False when there is nothing to erase, or `onlyWhile` no longer holds. */
export async function eraseEmail(
  actor: SystemActor,
  id: string,
  onlyWhile: Prisma.CorrectionWhereInput,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.correction.updateMany({
      where: { AND: [onlyWhile], id, email: { not: null } },
      data: { email: null },
    });
    if (count > 0) await tellJournal(tx, actor, { act: "correction.email_erased", subjectId: id });
    return count > 0;
  });
}

/**
 * Erases what the reporter wrote and how to reach them; the place, the decision and our public note stay.
 * @param onlyWhile what must still hold when its turn comes
 * @param erasedAt when a replay does it again: when it was done first
 * @returns false when it was erased before, or `onlyWhile` no longer holds
 */
export async function eraseWords(
  actor: SystemActor,
  id: string,
  onlyWhile: Prisma.CorrectionWhereInput,
  erasedAt = new Date(),
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.correction.updateMany({
      where: { AND: [onlyWhile], id, erasedAt: null },
      data: {
        wrong: null,
        right: null,
        evidence: null,
        email: null,
        contentHash: `erased ${id}`,
        erasedAt,
        version: { increment: 1 },
      },
    });
    if (count === 0) return false;
    await recordAudit(tx, actor, { action: "correction.erased", subjectType: "correction", subjectId: id });
    await tellJournal(tx, actor, { act: "correction.erased", subjectId: id });
    return true;
  });
}
