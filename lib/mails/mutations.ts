import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { db, type Db } from "@/lib/server/db";
import { addJob } from "@/lib/server/queue";
import type { StaffSession } from "@/lib/staff/types";
import { jobKeyOf, SEND_MAIL_TASK } from "./job";

/** Has a mail sent, in the transaction that wrote it. */
export async function queueMailJob(tx: Db, mailId: string): Promise<void> {
  await addJob(tx, SEND_MAIL_TASK, { mailId }, { jobKey: jobKeyOf(mailId) });
}

/**
 * Has mails that were given up or refused tried again, from the first try on. Not the confirmation of a deletion: its
 * address went when it was given up, as the person was promised. Nor a mail to a place whose permission is over.
 * @param ids of mails; those that wait, were sent or are gone are left alone
 * @returns how many
 */
export async function retryMails(staff: StaffSession, ids: string[]): Promise<number> {
  return db.$transaction(async (tx) => {
    await holdPermissions(tx, ids);
    const stopped = await tx.mail.findMany({
      where: {
        id: { in: ids },
        status: { in: ["failed", "bounced"] },
        kind: { not: "erasure" },
        OR: [{ outreachId: null }, { outreach: { consent: { endedAt: null, expiresAt: { gt: new Date() } } } }],
      },
      select: { id: true, status: true, lastError: true },
    });
    let count = 0;
    for (const { id, status, lastError } of stopped) {
      const taken = await tx.mail.updateMany({ where: { id, status }, data: { status: "queued", sentAt: null } });
      if (taken.count === 0) continue;
      await queueMailJob(tx, id);
      await recordAudit(tx, {
        actorId: staff.staffId,
        action: "mail.retried",
        subjectType: "mail",
        subjectId: id,
        before: { status, lastError },
        after: { status: "queued" },
      });
      count += 1;
    }
    return count;
  });
}

/** Of mails to places: before the mails' own rows, as whoever ends a permission takes them. */
async function holdPermissions(tx: Db, mailIds: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT c."id" FROM "Consent" AS c JOIN "Outreach" AS o ON o."consentId" = c."id"
    JOIN "Mail" AS m ON m."outreachId" = o."id" WHERE m."id" = ANY(${mailIds}::uuid[]) ORDER BY c."id" FOR SHARE OF c`;
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
