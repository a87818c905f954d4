import { env } from "@/lib/server/env";

/** How many days a backup is kept, as configured. */
export function backupDays(): number {
  return env().BACKUP_KEEP_DAYS;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** From when the oldest backup may be that is still kept. */
export function oldestBackupAt(now = Date.now()): Date {
  return new Date(now - backupDays() * DAY_MS);
}

/** Until when a backup may be kept that was made at a moment, or before it. */
export function backupsUntil(moment: Date): Date {
  return new Date(moment.getTime() + backupDays() * DAY_MS);
}
