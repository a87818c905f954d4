import "server-only";
import type { Reading } from "@/lib/server/metrics";
import { ageSeconds, findBackupStanding } from "./queries";

/** What the metrics say of backups. Without a backup there is no age, and no size. */
export async function backupReadings(now = new Date()): Promise<Reading[]> {
  const { newest, failures } = await findBackupStanding();
  return [
    {
      name: "backup_age_seconds",
      help: "Age of the newest backup: alert when above 129600 (a day and a half), or absent",
      samples: newest ? [{ value: ageSeconds(newest.madeAt, now) }] : [],
    },
    {
      name: "backup_bytes",
      help: "Size of the newest backup",
      samples: newest ? [{ value: newest.bytes }] : [],
    },
    { name: "backup_failures", help: "Backups that could not be made, ever", samples: [{ value: failures }] },
  ];
}
