import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { queueAnswerJob, queueNoticeJob } from "@/lib/corrections/mutations";
import { queueMailJob } from "@/lib/mails/mutations";
import { db, type Db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import type { StaffSession } from "@/lib/staff/types";
import type { BackupFailureCode, BackupWay, DoneAgain, MadeBackup, Release } from "./types";

/** Records a backup that was made. */
export async function recordBackup(
  _actor: SystemActor,
  made: Omit<MadeBackup, "tables" | "rows" | "uploads">,
): Promise<void> {
  const { bytes, ...row } = made;
  await db.backup.create({ data: { ...row, bytes: BigInt(bytes) }, select: { id: true } });
}

/** Records the backup that a database was brought back from, which cannot know of itself: so its days are counted too. */
export async function adoptBackup(
  actor: SystemActor,
  {
    fileName,
    backupMadeAt,
    ...row
  }: Pick<MadeBackup, "fileName" | "bytes" | "sha256" | "way"> & { backupMadeAt: Date },
): Promise<void> {
  if ((await db.backup.count({ where: { fileName } })) > 0) return;
  await recordBackup(actor, { ...row, fileName, startedAt: backupMadeAt, madeAt: backupMadeAt });
}

/** Records a try that failed. */
export async function recordFailure(
  _actor: SystemActor,
  failed: { startedAt: Date; way: BackupWay; failure: BackupFailureCode },
): Promise<void> {
  await db.backup.create({ data: failed, select: { id: true } });
}

/** Marks backups whose files are gone. */
export async function markRemoved(_actor: SystemActor, ids: string[], now: Date): Promise<void> {
  await db.backup.updateMany({ where: { id: { in: ids }, removedAt: null }, data: { removedAt: now } });
}

/**
 * Before a database that was brought back is opened: every mail that waits is held until a person decides, and nobody is
 * signed in any more.
 * @param restored the backup's file, the moment that it has, and what the replay of the journal did since
 * @returns how many mails and notices are held
 */
export async function settleRestored(
  actor: SystemActor,
  { doneAgain, ...restored }: { fileName: string; backupMadeAt: Date; doneAgain: DoneAgain },
): Promise<{ mails: number; notices: number }> {
  await ensureQueue();
  return db.$transaction(async (tx) => {
    const { count: inquiryMails } = await tx.mail.updateMany({ where: { status: "queued" }, data: { status: "held" } });
    const { count: notices } = await tx.correction.updateMany({
      where: { notice: "queued" },
      data: { notice: "held" },
    });
    const { count: answers } = await tx.correction.updateMany({
      where: { answer: "queued" },
      data: { answer: "held" },
    });
    const mails = inquiryMails + answers;
    await tx.staffLogin.deleteMany();
    await tx.staffVerification.deleteMany();
    await tx.$executeRaw`
      SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs
      WHERE key LIKE 'mail:%' OR key LIKE 'correction notice:%' OR key LIKE 'correction answer:%'`;
    const { id } = await tx.restoration.create({
      data: {
        ...restored,
        ...doneAgain,
        heldMails: mails,
        heldNotices: notices,
        releasedAt: mails + notices === 0 ? new Date() : null,
      },
      select: { id: true },
    });
    await recordAudit(tx, actor, {
      action: "restoration.completed",
      subjectType: "restoration",
      subjectId: id,
      after: { ...restored, ...doneAgain, heldMails: mails, heldNotices: notices },
    });
    return { mails, notices };
  });
}

/** Queues again whatever a restore has held, but for mails to places whose permission no longer holds: those are stopped. */
export async function releaseHeldMails(actor: StaffSession | SystemActor): Promise<Release> {
  await ensureQueue();
  return db.$transaction(async (tx) => {
    const stopped = await stopWithoutConsent(tx);
    const mails = await tx.mail.updateManyAndReturn({
      where: { status: "held" },
      data: { status: "queued" },
      select: { id: true },
    });
    for (const { id } of mails) await queueMailJob(tx, id);
    const notices = await tx.correction.updateManyAndReturn({
      where: { notice: "held" },
      data: { notice: "queued" },
      select: { id: true },
    });
    for (const { id } of notices) await queueNoticeJob(tx, id);
    const answers = await tx.correction.updateManyAndReturn({
      where: { answer: "held" },
      data: { answer: "queued" },
      select: { id: true },
    });
    for (const { id } of answers) await queueAnswerJob(tx, id);
    const release = { mails: mails.length + answers.length, notices: notices.length, stopped };
    await noteDecision(tx, actor, "restoration.mails_released", release);
    return release;
  });
}

/** A mail that a person decided not to send. */
const DROPPED = "EDROPPED";

/** Gives up whatever a restore has held: nobody gets it. Staff may still have single mails tried again. */
export async function dropHeldMails(actor: StaffSession | SystemActor): Promise<Release> {
  return db.$transaction(async (tx) => {
    const { count: toPlaces } = await tx.mail.updateMany({
      where: { status: "held", kind: "outreach" },
      data: { status: "cancelled" },
    });
    const { count: others } = await tx.mail.updateMany({
      where: { status: "held" },
      data: { status: "failed", lastError: DROPPED },
    });
    const { count: notices } = await tx.correction.updateMany({
      where: { notice: "held" },
      data: { notice: "failed" },
    });
    const { count: answers } = await tx.correction.updateMany({
      where: { answer: "held" },
      data: { answer: "failed" },
    });
    const release = { mails: toPlaces + others + answers, notices, stopped: 0 };
    await noteDecision(tx, actor, "restoration.mails_dropped", release);
    return release;
  });
}

/**
 * The database refuses to queue such a mail (require_permitted_mail); we hold the permission's row as it does, so that
 * nobody ends it in between.
 */
async function stopWithoutConsent(tx: Db): Promise<number> {
  await tx.$executeRaw`
    SELECT 1 FROM "Consent" WHERE "id" IN (
      SELECT o."consentId" FROM "Mail" AS m JOIN "Outreach" AS o ON o."id" = m."outreachId" WHERE m."status" = 'held')
    ORDER BY "id" FOR SHARE`;
  return tx.$executeRaw`
    UPDATE "Mail" AS m SET "status" = 'cancelled'
    FROM "Outreach" AS o, "Consent" AS c, "Listing" AS l
    WHERE m."status" = 'held' AND o."id" = m."outreachId" AND c."id" = o."consentId" AND l."id" = o."listingId"
      AND (c."endedAt" IS NOT NULL OR c."expiresAt" <= utc_clock() OR l."outreachEmail" IS DISTINCT FROM o."address")`;
}

/** For each restore that waited for it. Whoever comes second finds nothing, and nothing is written down. */
async function noteDecision(
  tx: Db,
  actor: StaffSession | SystemActor,
  action: "restoration.mails_released" | "restoration.mails_dropped",
  after: Release,
): Promise<void> {
  const releasedById = "staffId" in actor ? actor.staffId : null;
  const decided = await tx.restoration.updateManyAndReturn({
    where: { releasedAt: null },
    data: { releasedAt: new Date(), releasedById },
    select: { id: true },
  });
  for (const { id } of decided)
    await recordAudit(tx, actor, { action, subjectType: "restoration", subjectId: id, after });
}
