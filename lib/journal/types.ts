import type { AuditAction } from "@/lib/audit/types";

/**
 * What nobody may undo by restoring a backup: each ends something of a person, or takes a right from a member of staff.
 * Named as in the audit; `journal.opened` is the first line of a house's journal, so that an empty journal and a lost
 * one are not the same.
 */
export const JOURNAL_ACTS = [
  "correction.email_erased",
  "correction.erased",
  "inquiry.consent_narrowed",
  "inquiry.consent_withdrawn",
  "inquiry.erased",
  "interest.declared",
  "staff.password_changed",
  "staff.password_set",
  "staff.removed",
  "staff.role_changed",
] as const satisfies readonly (AuditAction | "correction.email_erased")[];
export type JournalAct = (typeof JOURNAL_ACTS)[number];

/** One act as it is told to the journal: ids, which the journal keeps as keyed hashes, and words of closed lists. */
export interface JournalTelling {
  act: JournalAct;
  subjectId: string;
  /** Of a narrowed consent: the listings that it still covers. Of an interest: the listing. */
  listingIds?: readonly string[];
  /** The new role, or the reason of the interest. */
  word?: string;
}

/** A line of the journal as the database knows it. */
export interface KnownLine {
  id: string;
  at: Date;
}

/** A line of the journal. */
export interface JournalEntry {
  id: string;
  /** The moment, as ISO 8601. */
  at: string;
  act: JournalAct | "journal.opened";
  /** Keyed hash of the subject's id; empty for the opening. */
  subject: string;
  /** Keyed hashes of listings' ids. */
  listings?: string[] | undefined;
  word?: string | undefined;
}
