import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { db, type Db } from "@/lib/server/db";
import { addJob, ensureQueue } from "@/lib/server/queue";
import { jobKeyOf, SEND_MAIL_TASK } from "./job";

/** Queues a mail, in the transaction that wrote it. */
export async function queueMailJob(tx: Db, mailId: string): Promise<void> {
  await addJob(tx, SEND_MAIL_TASK, { mailId }, { jobKey: jobKeyOf(mailId) });
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
