/** The mails that a visitor of the site causes, to an email that they typed. */
export const CONFIRMATION_KINDS = ["acknowledgement", "erasure"] as const;
export type ConfirmationKind = (typeof CONFIRMATION_KINDS)[number];

/** When a mail waits longer than this, staff, the log and the metrics are told. */
export const DELAY_ALERT_MINUTES = 15;

/** For this many days after it was written, a mail that was given up is in the notice for staff. */
export const GIVEN_UP_ALERT_DAYS = 3;

/** As the database has them (its enum MailStatus). */
export const MAIL_STATUSES = ["queued", "held", "sent", "failed", "bounced", "cancelled"] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/**
 * What a reader is told. `queued`: no try has failed yet. `paced`: leaves later, because too many confirmations leave at
 * the moment. `delayed`: a try failed, and more follow. `held`: waits for a person since a restore, whether it was tried
 * or not. `failed`: given up. `bounced`: refused for good. `cancelled`: stopped before it was sent.
 */
export type MailState = MailStatus | "paced" | "delayed";
export type UndeliveredState = Exclude<MailState, "sent" | "cancelled">;

/** A mail that has not arrived, without anything of the person it is for. */
export interface UndeliveredMail {
  id: string;
  inquiryId: string;
  reference: string;
  kind: string;
  state: UndeliveredState;
  /** Failed tries. */
  attempts: number;
  /** Why the last try failed, such as SMTP 550. */
  code: string | null;
  createdAt: Date;
  /** When the next try is due; null when none is. */
  nextTryAt: Date | null;
  /** Why it cannot be tried again: the email was erased with the person, or is no longer the place's. */
  obstacle: "email_gone" | "email_changed" | null;
}

/** Mails that have waited too long. */
export interface MailDelay {
  count: number;
  oldestAt: Date;
}

/** Counts only. */
export interface MailFigures {
  byState: { kind: string; status: string; count: number }[];
  /** Age of the oldest mail still to be sent, 0 when there is none. */
  oldestQueuedSeconds: number;
  /** Confirmations that wait because too many leave at the moment. */
  paced: number;
}
