import type { StaffActor } from "@/lib/audit/actor";
import type { ColleagueWords } from "@/lib/kept-forms/types";
import type { Messages } from "@/lib/shared/i18n";

export const STAFF_ROLES = ["admin", "editor", "outreach"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** The name of the first administrator. */
export const FIRST_ADMINISTRATOR = "Administrator";

/** A long working day from the last request: a browser that stays signed in overnight is signed out by morning. */
export const IDLE_SECONDS = 12 * 60 * 60;
/** Everybody signs in again a week after their last sign-in, however much they work. */
export const MAX_SESSION_SECONDS = 7 * 24 * 60 * 60;

/** What cannot be undone is done only so shortly after the member gave their password. */
export const RECENT_SECONDS = 15 * 60;

/** Proof that a signed-in staff member made this request. Only the gate (session.ts) makes one; never cast to it. */
export interface StaffSession extends StaffActor {
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  /** How long ago this browser's session began, by the database's clock. */
  readonly secondsSinceSignIn: number;
}

/** What can be wrong with a field in the admin area: a key of the messages that say how to fix it. */
export type AdminError = keyof Messages["admin"]["errors"];

/** better-auth's name for an account that signs in with e-mail and password. */
export const CREDENTIAL = "credential";

/** For so long a member who was removed can be brought back as they were. */
export const BRING_BACK_DAYS = 30;

/** A member who was removed and can still be brought back. */
export interface RemovedMember {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  removedAt: Date;
  /** When the account is deleted. */
  until: Date;
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

/** Wrong passwords for the member's own account that they have not read of. */
export interface FailedTries {
  count: number;
  /** Of these, from browsers in which the member had not signed in before. */
  unknown: number;
  since: Date;
  /** The last of them. */
  until: Date;
}

/** What the forms of one page know about themselves. */
export interface StaffForms {
  /** The page's signed identity: to whom it was shown, and which presses are the same. */
  key: string;
  path: string;
  /** Words that are not saved, by form. */
  kept: Record<string, Record<string, string>>;
  /** When the member typed the newest of their own; null when none wait. */
  keptAt: Date | null;
  /** Whose words are in a form instead of the member's own; null when nobody's are. */
  taken: { writer: string; keptAt: Date } | null;
  /** What colleagues typed on the page and have not saved, the newest first. */
  others: ColleagueWords[];
}

/** A recorded event with both sides as they were written down. */
export interface RecordedAct extends Pick<AuditRow, "id" | "at" | "action" | "member" | "actorName"> {
  before: unknown;
  after: unknown;
}

/** A recorded event as staff read it. */
export interface AuditRow {
  id: string;
  at: Date;
  action: string;
  subjectType: string;
  subjectId: string;
  /** The record it was done to, by its name today; null when it has no name or is gone. */
  subject: string | null;
  /** The member who acted, the bare id for someone whose name is not on record; null when no member did. */
  member: string | null;
  /** Who acted when no member did: "visitor", or a part of the house; null when it was not kept yet. */
  actorName: string | null;
  changes: { field: string; before: string; after: string }[];
}

/** What came of keeping the words of a form; `old` when they were typed on a page from before its last save. */
export type KeptAnswer =
  { status: "kept"; keptAt: string } | { status: "nothing" } | { status: "old"; key: string } | { status: "refused" };
