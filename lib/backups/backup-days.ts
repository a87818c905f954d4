import { env } from "@/lib/server/env";

/** How many days a backup is kept, as configured. */
export function backupDays(): number {
  return env().BACKUP_KEEP_DAYS;
}

/** From when the oldest backup may be that is still kept. */
export function oldestBackupAt(now = Date.now()): Date {
  return new Date(now - backupDays() * 24 * 60 * 60 * 1000);
}
