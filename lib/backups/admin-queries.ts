import "server-only";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import type { StaffSession } from "@/lib/staff/types";
import { backupDays } from "./backup-days";
import { isBackupLate } from "./lateness";
import { findBackupStanding, findHeldMails } from "./queries";
import type { BackupEntry, BackupOverview, BackupStanding, HeldMails } from "./types";

const SHOWN = 60;

/** The newest runs, what the worker does by itself, and what waits since a restore. */
export async function listBackups(_staff: StaffSession): Promise<{
  backups: BackupEntry[];
  standing: BackupStanding;
  held: HeldMails | null;
  isDaily: boolean;
  keptDays: number;
}> {
  const [rows, standing, held] = await Promise.all([
    db.backup.findMany({
      orderBy: { startedAt: "desc" },
      take: SHOWN,
      select: { id: true, startedAt: true, way: true, bytes: true, failure: true, removedAt: true },
    }),
    findBackupStanding(),
    findHeldMails(),
  ]);
  const backups = rows.map(({ bytes, ...row }) => ({ ...row, bytes: bytes === null ? null : Number(bytes) }));
  return { backups, standing, held, isDaily: env().BACKUP === "daily", keptDays: backupDays() };
}

/** What the overview says. */
export async function getBackupOverview(_staff: StaffSession, now = new Date()): Promise<BackupOverview> {
  const [{ newest, hasFailed }, held] = await Promise.all([findBackupStanding(), findHeldMails()]);
  const isDaily = env().BACKUP === "daily";
  return {
    madeAt: newest?.madeAt ?? null,
    isLate: isDaily && isBackupLate(newest?.madeAt ?? null, now),
    hasFailed,
    held: held && held.mails + held.notices,
  };
}
