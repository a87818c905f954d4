import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor, SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { consumeWithin, type Limit } from "@/lib/server/rate-limit";
import { addJob, ensureQueue, removeJob } from "@/lib/server/queue";
import { canonicalEmail } from "./canonical-email";
import type { StaffSession } from "@/lib/staff/types";
import { jobKeyOf, SEND_MAIL_TASK, SEND_TEST_MAIL_TASK } from "./job";
import { countConfirmation } from "./readings";
import { sealRecipient } from "./sealed";
import type { ConfirmationKind } from "./types";

/**
 * The mails to one mailbox that visitors of the site can cause in a day: whoever types an email need not be its owner.
 * Enough for a person who writes, corrects a typing error and deletes everything.
 */
const PER_MAILBOX: Limit = { points: 3, seconds: 24 * 60 * 60 };

/** Queues a mail, in the transaction that wrote it; it is sent at once, or after `runAt`. */
export async function queueMailJob(tx: Db, mailId: string, runAt: Date | null = null): Promise<void> {
  await addJob(tx, SEND_MAIL_TASK, { mailId }, { jobKey: jobKeyOf(mailId), runAt });
}

/**
 * Queues a mail to the person of an inquiry, in the transaction that made it due, unless their mailbox has had its share
 * today. Nobody on the site may be told which: it would say that somebody else wrote with that email.
 * @param email the inquiry's; the confirmation of an erasure keeps it, sealed, because the inquiry no longer has it
 */
export async function queueConfirmation(
  tx: Db,
  { inquiryId, kind, email }: { inquiryId: string; kind: ConfirmationKind; email: string },
): Promise<void> {
  const isDue = await takeMailboxShare(tx, email);
  countConfirmation(isDue ? "queued" : "mailbox_had_enough");
  if (!isDue) return;
  const id = randomUUID();
  const data = { id, inquiryId, kind, ...(kind === "erasure" && { address: sealRecipient(id, email) }) };
  await tx.mail.create({ data, select: { id: true } });
  await queueMailJob(tx, id);
}

/** Whether a mailbox may get one more mail today that a visitor of the site caused, and counts it. */
export function takeMailboxShare(tx: Db, email: string): Promise<boolean> {
  return consumeWithin(tx, "confirmation_mailbox", canonicalEmail(email), PER_MAILBOX);
}

/** Lets a confirmation wait: too many leave at the moment. Its job is another then, with all tries. */
export async function holdConfirmation(_actor: SystemActor, mailId: string, until: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const paced = await tx.mail.updateMany({ where: { id: mailId, status: "queued" }, data: { pacedUntil: until } });
    if (paced.count > 0) await queueMailJob(tx, mailId, until);
  });
}

/** Has the worker send a mail to the team. Pressed again while one waits, it is still one mail: the job is replaced. */
export async function requestTestMail(staff: StaffSession): Promise<void> {
  await ensureQueue();
  const testId = randomUUID();
  await db.$transaction(async (tx) => {
    await addJob(tx, SEND_TEST_MAIL_TASK, { testId }, { jobKey: "test mail" });
    await recordAudit(tx, staff, { action: "mail.test_requested", subjectType: "mail", subjectId: testId });
  });
}

/** Deletes mails that have not left, with their jobs. */
export async function deleteMails(tx: Db, _actor: Actor, where: Prisma.MailWhereInput): Promise<void> {
  const waiting = await tx.mail.findMany({ where, select: { id: true } });
  for (const { id } of waiting) await removeJob(tx, jobKeyOf(id));
  await tx.mail.deleteMany({ where });
}

/**
 * Gives up mails that nobody will try: the worker was killed in the last try, or could not record how it ended. Staff
 * then see them and can have them tried again.
 * @returns how many
 */
export async function giveUpAbandoned(_actor: SystemActor): Promise<number> {
  await ensureQueue();
  return db.$executeRaw`
    UPDATE "Mail" AS m SET "status" = 'failed', "lastError" = coalesce(m."lastError", 'EUNKNOWN')
    WHERE m."status" = 'queued' AND m."createdAt" < utc_clock() - interval '10 minutes' AND NOT EXISTS (
      SELECT FROM graphile_worker.jobs AS j
      WHERE j.key = 'mail:' || m."id" AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`;
}

/**
 * Records that a server reported a mail as undeliverable after it was sent.
 * @param code such as `DSN 5.1.1`
 * @returns false when there is no such mail
 */
export async function recordBounce(actor: SystemActor, mailId: string, code: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id: mailId, status: { not: "bounced" } },
      data: { status: "bounced", lastError: code },
    });
    if (count === 0) return (await tx.mail.count({ where: { id: mailId } })) > 0;
    await recordAudit(tx, actor, {
      action: "mail.bounced",
      subjectType: "mail",
      subjectId: mailId,
      after: { status: "bounced", lastError: code },
    });
    return true;
  });
}
