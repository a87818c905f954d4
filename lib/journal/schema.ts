import { z } from "@/lib/shared/zod";
import { JOURNAL_ACTS } from "./types";

/** A line of the journal, as it is read. */
export const journalEntrySchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  act: z.enum([...JOURNAL_ACTS, "journal.opened"]),
  subject: z.string(),
  listings: z.array(z.string()).optional(),
  word: z.string().optional(),
});
