import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { askPermission } from "@/lib/outreach/permission";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { addJob, ensureQueue } from "@/lib/server/queue";
import type { StaffSession } from "@/lib/staff/types";
import { jobKeyOf, SEND_MAIL_TASK } from "./job";

/** Has a mail sent, in the transaction that wrote it. */
export async function queueMailJob(tx: Db, mailId: string): Promise<void> {
  await addJob(tx, SEND_MAIL_TASK, { mailId }, { jobKey: jobKeyOf(mailId) });
}

/**
 * Has mails that were given up or refused tried again, from the first try on. Not the confirmation of a deletion: its
 * address went when it was given up, as the person was promised. Nor a mail to a place that whoever asks may not write to.
 * @param ids of mails; those that wait, were sent or are gone are left alone
 * @returns how many
 */
export async function retryMails(staff: StaffSession, ids: string[]): Promise<number> {
  let count = 0;
  for (const id of ids) if (await db.$transaction((tx) => retryMail(tx, staff, id))) count += 1;
  return count;
}

async function retryMail(tx: Db, staff: StaffSession, id: string): Promise<boolean> {
  const mail = await tx.mail.findUnique({
    where: { id, status: { in: ["failed", "bounced"] }, kind: { not: "erasure" } },
    select: { status: true, lastError: true, outreach: { select: contactSelect } },
  });
  // The permission's rows before the mail's own, as whoever ends one takes them.
  if (!mail || (mail.outreach && !(await mayStillWrite(tx, staff, mail.outreach)))) return false;
  const { status, lastError } = mail;
  const taken = await tx.mail.updateMany({ where: { id, status }, data: { status: "queued", sentAt: null } });
  if (taken.count === 0) return false;
  await queueMailJob(tx, id);
  await recordAudit(tx, {
    actorId: staff.staffId,
    action: "mail.retried",
    subjectType: "mail",
    subjectId: id,
    before: { status, lastError },
    after: { status: "queued" },
  });
  return true;
}

const contactSelect = {
  inquiryId: true,
  listingId: true,
  consentId: true,
  way: true,
  shared: true,
  address: true,
  listing: { select: { outreachEmail: true } },
} as const satisfies Prisma.OutreachSelect;

async function mayStillWrite(
  tx: Db,
  staff: StaffSession,
  { consentId, address, listing, ...contact }: Prisma.OutreachGetPayload<{ select: typeof contactSelect }>,
): Promise<boolean> {
  const permission = await askPermission(tx, staff.staffId, contact);
  return "consentId" in permission && permission.consentId === consentId && listing.outreachEmail === address;
}

/**
 * Gives up mails that nobody will try: the worker was killed in the last try, or could not note how it ended. Staff then
 * see them and can have them tried again.
 * @returns how many
 */
export async function giveUpAbandoned(): Promise<number> {
  await ensureQueue();
  return db.$executeRaw`
    UPDATE "Mail" AS m SET "status" = 'failed', "lastError" = coalesce(m."lastError", 'EUNKNOWN')
    WHERE m."status" = 'queued' AND m."createdAt" < utc_clock() - interval '10 minutes' AND NOT EXISTS (
      SELECT FROM graphile_worker.jobs AS j
      WHERE j.key = 'mail:' || m."id" AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`;
}

/**
 * Notes that a server reported a mail as undeliverable after it was sent.
 * @param code such as `DSN 5.1.1`
 * @returns false when there is no such mail
 */
export async function recordBounce(mailId: string, code: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id: mailId, status: { not: "bounced" } },
      data: { status: "bounced", lastError: code },
    });
    if (count === 0) return (await tx.mail.count({ where: { id: mailId } })) > 0;
    await recordAudit(tx, {
      actorId: null,
      action: "mail.bounced",
      subjectType: "mail",
      subjectId: mailId,
      after: { status: "bounced", lastError: code },
    });
    return true;
  });
}
