import "server-only";
import { backupDays } from "@/lib/backups/backup-days";
import type { StaffSession } from "@/lib/staff/types";
import { findJournalStanding } from "./queries";
import type { JournalTrouble } from "./types";

/** What staff must know of the journal; null while it is whole. */
export async function findJournalTrouble(_staff: StaffSession): Promise<JournalTrouble | null> {
  const standing = await findJournalStanding();
  const isWhole = standing.state === "read" && standing.missingLines + standing.damaged.length === 0;
  return isWhole ? null : { ...standing, keptDays: backupDays() };
}
