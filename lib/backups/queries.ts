import "server-only";
import { db } from "@/lib/server/db";
import type { BackupStanding, HeldMails } from "./types";

/** How the backups stand, as the database knows: the daily job marks the files that are gone. */
export async function findBackupStanding(): Promise<BackupStanding> {
  const [newest, failures, last] = await Promise.all([
    db.backup.findFirst({
      where: { madeAt: { not: null }, removedAt: null },
      orderBy: { madeAt: "desc" },
      select: { madeAt: true, bytes: true },
    }),
    db.backup.count({ where: { failure: { not: null } } }),
    db.backup.findFirst({ orderBy: { startedAt: "desc" }, select: { failure: true } }),
  ]);
  return {
    newest: newest?.madeAt ? { madeAt: newest.madeAt, bytes: Number(newest.bytes) } : null,
    failures,
    hasFailed: last !== null && last.failure !== null,
  };
}

/** The age of the newest backup in whole seconds; null when there is none, or nobody can say. Never throws. */
export async function backupAgeSeconds(now = new Date()): Promise<number | null> {
  const standing = await findBackupStanding().catch(() => null);
  return standing?.newest ? ageSeconds(standing.newest.madeAt, now) : null;
}

export function ageSeconds(madeAt: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - madeAt.getTime()) / 1000));
}

/** The backups whose files should be there. */
export async function listKeptFiles(): Promise<{ id: string; fileName: string; madeAt: Date }[]> {
  const rows = await db.backup.findMany({
    where: { madeAt: { not: null }, removedAt: null },
    select: { id: true, fileName: true, madeAt: true },
  });
  return rows.flatMap(({ id, fileName, madeAt }) => (fileName && madeAt ? { id, fileName, madeAt } : []));
}

/** What waits since a restore; null when nothing does. */
export async function findHeldMails(): Promise<HeldMails | null> {
  const [inquiryMails, answers, notices, restoration] = await Promise.all([
    db.mail.count({ where: { status: "held" } }),
    db.correction.count({ where: { answer: "held" } }),
    db.correction.count({ where: { notice: "held" } }),
    db.restoration.findFirst({
      where: { releasedAt: null },
      orderBy: { at: "desc" },
      select: { at: true, backupMadeAt: true },
    }),
  ]);
  const mails = inquiryMails + answers;
  if (mails + notices === 0) return null;
  return { mails, notices, restoredAt: restoration?.at ?? null, backupMadeAt: restoration?.backupMadeAt ?? null };
}
