import type { AuditAction } from "@/lib/audit/types";

/** For so long a member can take back what they did last to a record. */
export const UNDO_HOURS = 24;

/** The records whose last step can be taken back. */
export const UNDO_NOUNS = ["correction", "inquiry", "listing", "post"] as const;
export type UndoNoun = (typeof UNDO_NOUNS)[number];

/** What can be taken back. Typed words come back through the versions of their record, facts by retracting their check. */
export const UNDOABLE_ACTS = [
  "correction.declined",
  "correction.marked_spam",
  "correction.put_back",
  "inquiry.status_changed",
  "inquiry.worked",
  "listing.archived",
  "listing.published",
  "listing.returned_to_draft",
  "post.archived",
  "post.published",
  "post.unpublished",
] as const satisfies readonly AuditAction[];
export type UndoableAct = (typeof UNDOABLE_ACTS)[number];

/** What the member did last to a record. */
export interface Undoable {
  /** The event of the audit. */
  event: string;
  noun: UndoNoun;
  action: UndoableAct;
  at: Date;
}
