import "server-only";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { memberNames } from "@/lib/staff/queries";
import type { StaffSession } from "@/lib/staff/types";
import { backupDays } from "./backup-days";
import { backupFolder } from "./backup-folder";
import { isBackupLate } from "./lateness";
import { findBackupStanding, findHeldMails } from "./queries";
import type { BackupEntry, BackupOverview, BackupStanding, DoneAgain, HeldMails, RestorationEntry } from "./types";

const SHOWN = 60;
const DECISIONS = { "restoration.mails_released": "released", "restoration.mails_dropped": "dropped" } as const;

/** The newest runs, what the worker does by itself, and what waits since a restore. */
export async function listBackups(_staff: StaffSession): Promise<{
  backups: BackupEntry[];
  standing: BackupStanding;
  held: HeldMails | null;
  isDaily: boolean;
  keptDays: number;
  /** Where the files are. */
  folder: string;
}> {
  const [rows, standing, held] = await Promise.all([
    db.backup.findMany({
      orderBy: { startedAt: "desc" },
      take: SHOWN,
      select: { id: true, startedAt: true, way: true, fileName: true, bytes: true, failure: true, removedAt: true },
    }),
    findBackupStanding(),
    findHeldMails(),
  ]);
  const backups = rows.map(({ bytes, ...row }) => ({ ...row, bytes: bytes === null ? null : Number(bytes) }));
  return { backups, standing, held, isDaily: env().BACKUP === "daily", keptDays: backupDays(), folder: backupFolder() };
}

/**
 * The last times that the database was brought back, the newest first. One that a later restore undid is not among them:
 * the database of then does not know it.
 */
export async function listRestorations(_staff: StaffSession): Promise<RestorationEntry[]> {
  const rows = await db.restoration.findMany({ orderBy: [{ at: "desc" }, { id: "desc" }], take: SHOWN });
  const [outcomes, names] = await Promise.all([
    outcomesOf(rows.map(({ id }) => id)),
    memberNames(rows.flatMap(({ releasedById }) => releasedById ?? [])),
  ]);
  return rows.map((row): RestorationEntry => {
    const { id, at, fileName, backupMadeAt, heldMails, heldNotices, releasedAt, releasedById } = row;
    const outcome = outcomes.get(id);
    const decision = outcome && releasedAt && { outcome, at: releasedAt, by: names.get(releasedById ?? "") ?? null };
    const held = heldMails + heldNotices;
    return { id, at, fileName, backupMadeAt, doneAgain: doneAgainOf(row), held, decision: decision ?? null };
  });
}

/** What was decided about the mails of each restore, of those of which somebody has. */
async function outcomesOf(ids: string[]): Promise<Map<string, "released" | "dropped">> {
  const events = await db.auditEvent.findMany({
    where: { subjectType: "restoration", subjectId: { in: ids }, action: { in: Object.keys(DECISIONS) } },
    select: { subjectId: true, action: true },
  });
  return new Map(events.map(({ subjectId, action }) => [subjectId, DECISIONS[action as keyof typeof DECISIONS]]));
}

function doneAgainOf(row: Record<keyof DoneAgain, number | null>): DoneAgain | null {
  const { actsDoneAgain, linesMissing, linesDamaged, passwordsVoided } = row;
  // All four are there or none is.
  if (actsDoneAgain === null || linesMissing === null || linesDamaged === null || passwordsVoided === null) return null;
  return { actsDoneAgain, linesMissing, linesDamaged, passwordsVoided };
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
