import type { LastRetention } from "@/lib/retention/types";
import type { Messages } from "@/lib/shared/i18n";

export const STAFF_ROLES = ["admin", "editor", "outreach"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

declare const minted: unique symbol;

/** Proof that a signed-in staff member made this request. Only `requireStaff` makes one; never cast to it. */
export interface StaffSession {
  readonly [minted]: true;
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
}

/** What can be wrong with a field in the admin area: a key of the messages that say how to fix it. */
export type AdminError = keyof Messages["admin"]["errors"];

type Publication = "draft" | "published" | "archived";

/** The house at a glance; a state without rows is left out. */
export interface DashboardFigures {
  listings: Partial<Record<Publication, number>>;
  /** Public places that the newest directory no longer names. */
  leftOut: number;
  posts: Partial<Record<Publication, number>>;
  inquiries: Partial<Record<string, number>>;
  corrections: Partial<Record<string, number>>;
  /** When the oldest mail still to be sent was written; null when there is none. */
  oldestUndelivered: Date | null;
  /** Given up, or refused for good. */
  failedMails: number;
  /** What was erased by date last, how much is due by now, and whether a daily run was missed. */
  retention: { last: LastRetention | null; due: number; isLate: boolean };
  edition: { number: number; computedAt: Date; methodVersion: number; entries: number } | null;
}

export interface Member {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  createdAt: Date;
  /** When the newest of their open sign-ins began; null when they are signed in nowhere. */
  signedInAt: Date | null;
}

/** What the forms of one page know of themselves. */
export interface StaffForms {
  /** The page's identity, signed: whom it was shown to, and which presses are the same. */
  key: string;
  path: string;
  /** Words that were kept while their writer was signed out, by form. */
  kept: Record<string, Record<string, string>>;
}
