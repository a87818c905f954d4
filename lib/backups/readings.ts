import "server-only";
import type { Reading } from "@/lib/server/metrics";
import { ageSeconds, findBackupStanding } from "./queries";

/** What the metrics say of backups. While there is none they have no age and no size, where 0 would look well. */
export async function backupReadings(now = new Date()): Promise<Reading[]> {
  const { newest, failures } = await findBackupStanding();
  const failed = {
    name: "backup_failures",
    help: "Backups that could not be made, ever",
    samples: [{ value: failures }],
  };
  if (!newest) return [failed];
  return [
    failed,
    {
      name: "backup_age_seconds",
      help: "Age of the newest backup: alert when above 129600 (a day and a half), or absent",
      samples: [{ value: ageSeconds(newest.madeAt, now) }],
    },
    { name: "backup_bytes", help: "Size of the newest backup", samples: [{ value: newest.bytes }] },
  ];
}
