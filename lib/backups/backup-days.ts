import { env } from "@/lib/server/env";

/** How many days a backup is kept, as configured. */
export function backupDays(): number {
  return env().BACKUP_KEEP_DAYS;
}
