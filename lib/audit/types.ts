import type { Messages } from "@/lib/shared/i18n";

/** All that is ever written down as done: a noun and its past verb. The interface has words for each. */
export const AUDIT_ACTIONS = [
  "correction.accepted",
  "correction.declined",
  "correction.erased",
  "correction.marked_spam",
  "correction.put_back",
  "correction.viewed",
  "duplicate.confirmed",
  "duplicate.denied",
  "import.completed",
  "import.taken_back",
  "inquiry.consent_narrowed",
  "inquiry.consent_withdrawn",
  "inquiry.copied",
  "inquiry.erased",
  "inquiry.needs_changed",
  "inquiry.noted",
  "inquiry.status_changed",
  "inquiry.viewed",
  "inquiry.worked",
  "interest.declared",
  "interest.ended",
  "listing.archived",
  "listing.check_retracted",
  "listing.edited",
  "listing.entered",
  "listing.fact_checked",
  "listing.license_noted",
  "listing.published",
  "listing.returned_to_draft",
  "listing_table.changed",
  "listing_table.exported",
  "listing_table.undone",
  "mail.bounced",
  "mail.retried",
  "mail.test_requested",
  "mail.tested",
  "operator.edited",
  "operator.listing_given",
  "operator.listing_released",
  "operator.merged",
  "operator.name_taken_out",
  "outreach.outcome_noted",
  "outreach.recorded",
  "post.archived",
  "post.created",
  "post.edited",
  "post.published",
  "post.unpublished",
  "ranking_edition.proposed",
  "ranking_edition.published",
  "ranking_method.discarded",
  "ranking_method.drafted",
  "ranking_method.edited",
  "ranking_method.handed_in",
  "ranking_method.published",
  "ranking_method.reviewed",
  "ranking_method.sent_back",
  "refresh.accepted",
  "refresh.proposed",
  "refresh.rejected",
  "restoration.completed",
  "restoration.mails_dropped",
  "restoration.mails_released",
  "retention.ran",
  "setting.changed",
  "staff.added",
  "staff.password_changed",
  "staff.password_set",
  "staff.password_voided",
  "staff.removed",
  "staff.role_changed",
  "staff.sign_in_failed",
  "staff.signed_in",
  "staff.signed_out",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What it was done to: what the audit page can be narrowed to. */
export type AuditSubject = keyof Messages["admin"]["audit"]["subjects"];

export interface AuditEvent {
  action: AuditAction;
  subjectType: AuditSubject;
  subjectId: string;
  /** Only what changed, and never personal data of an inquiry. */
  before?: unknown;
  after?: unknown;
}
