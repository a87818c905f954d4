import "server-only";
import type { Reading } from "@/lib/server/metrics";
import { findJournalStanding } from "./queries";

/** What the metrics say of the journal. One that cannot be read has no figures, where 0 would look well. */
export async function journalReadings(): Promise<Reading[]> {
  const standing = await findJournalStanding();
  if (standing.state === "unreadable") return [];
  return [
    {
      name: "journal_missing_lines",
      help: "Lines that the database knows and this folder of the journal does not have: alert when above 0, or absent",
      samples: [{ value: standing.missingLines }],
    },
    {
      name: "journal_damaged_lines",
      help: "Lines of the journal that nobody can read: alert when above 0",
      samples: [{ value: standing.damaged.length }],
    },
  ];
}
