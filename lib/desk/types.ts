import type { BackupOverview } from "@/lib/backups/types";
import type { InquiryRow, InquiryStatus } from "@/lib/inquiries/types";
import type { TitledListing } from "@/lib/facts/listing-title";
import type { LastRetention } from "@/lib/retention/types";
import type { StaffRole } from "@/lib/staff/types";
import type { DraftKind } from "./draft-pages";

/** What staff noted about an inquiry, decrypted. */
export interface DeskNote {
  id: string;
  writtenAt: Date;
  /** Null when the account of whoever wrote it is deleted. */
  author: string | null;
  /** Null when its key is lost. */
  text: string | null;
}

/** A staff member who may work on inquiries. */
export interface Assignable {
  id: string;
  name: string;
}

/** What staff decide about an inquiry as it stands. */
export interface Work {
  /** The version that the member saw; a change based on an older one is refused. */
  version: number;
  status: InquiryStatus;
  assigneeId: string | null;
  dueAt: Date | null;
  firstAnsweredAt: Date | null;
}

/** What staff chose. */
export interface WorkChoice {
  status: InquiryStatus;
  assigneeId: string | null;
  /** YYYY-MM-DD: due by the end of that day in Los Angeles; with null the rule for the state decides. */
  dueOn: string | null;
  /** The person has been answered by now. */
  answered: boolean;
}

export type WorkChange =
  | { status: "ok"; version: number }
  | { status: "conflict"; current: { status: InquiryStatus; version: number } }
  /** `unassignable`: no such member, or one who may not work on inquiries. */
  | { status: "gone" | "unassignable" };

/** How the desk keeps up; counts and times only. */
export interface DeskFigures {
  byStatus: Partial<Record<InquiryStatus, number>>;
  overdue: number;
  unassigned: number;
  /** Suspected spam that nobody has judged yet. */
  quarantined: number;
  undelivered: number;
  /** Minutes from coming in to the first answer, of those that came in during the last 90 days; null without any. */
  medianFirstAnswerMinutes: number | null;
}

export type DeskSearch = { rows: InquiryRow[] };

/** What staff must know before they erase an inquiry or end its consent: nothing of the person. */
export interface WishedInquiry {
  id: string;
  reference: string;
  isErased: boolean;
  /** A consent is active. */
  hasActiveConsent: boolean;
  /** Contacts made; those places may still have what they were told. */
  contactCount: number;
}

/** All that can wait for somebody of the team, in the order of the day: first what a person waits for. */
export const DAY_TASKS = [
  "overdue",
  "mine",
  "new",
  "nobodys",
  "mails",
  "corrections",
  "secondPerson",
  "edition",
  "sources",
  "duplicates",
  "calls",
  "reChecks",
  "helpNumbers",
] as const;
export type DayTaskKey = (typeof DAY_TASKS)[number];

/** One kind of work that waits for a member, and where the list of it is. */
export interface DayTask {
  key: DayTaskKey;
  /** Null for everybody's. */
  role: StaffRole | null;
  path: string;
  /** Above 0. */
  count: number;
}

/** Why somebody should make sure that what we say of a place is true. */
export const RE_CHECK_REASONS = [
  /** A correction waits to be decided. */
  "reported",
  /** Its last license has ended. */
  "licenseEnded",
  /** Its license ends within LICENSE_NOTICE_DAYS (lib/listings/due-notes). */
  "licenseEnds",
  /** The newest directory no longer names it. */
  "leftOut",
  /** Its operator holds a license for another address with its phone number, and none for this one. */
  "maybeMoved",
  /** It and the state's list disagree on who may come. */
  "disputed",
  /** A license is only probably its own. */
  "probableMatch",
  /** Nobody of the team has checked a fact of it within a year. */
  "checkedLongAgo",
] as const;
export type ReCheckReason = (typeof RE_CHECK_REASONS)[number];

/** A place to check again. */
export interface ReCheck extends TitledListing {
  id: string;
  /** In the newest edition; null when it is not ranked. */
  rank: number | null;
  /** How often inquiries and corrections name it. */
  named: number;
  reasons: ReCheckReason[];
}

/** A page on which a member has typed something and not saved it. */
export interface Draft {
  path: string;
  kind: DraftKind;
  /** The name of the listing or the post, an inquiry's reference, a method's version, a setting's key; "" of others. */
  name: string;
  keptAt: Date;
}

/** What a house needs before it can be of use to anybody, in the order in which it is best done. */
export const FIRST_DAY = ["teamContact", "helpNumbers", "secondPerson", "worker", "testMail", "backup"] as const;
export type FirstDayKey = (typeof FIRST_DAY)[number];

/** One thing that a house needs before it can be of use to anybody. */
export interface FirstDayItem {
  key: FirstDayKey;
  isDone: boolean;
  /** Where to do it; null when it is done here, or not in the browser. */
  path: string | null;
  /** When it was done, or last tried or seen; null when nobody knows. */
  at: Date | null;
  /** Who did it; null when nobody knows, or they have left. */
  by: string | null;
  /** Of a test mail: "sent", "waits", or why it was not sent, such as SMTP 550. */
  outcome: string | null;
}

type Publication = "draft" | "published" | "archived";

/** The figures of the overview; a state without rows is left out. */
export interface DashboardFigures {
  listings: Partial<Record<Publication, number>>;
  posts: Partial<Record<Publication, number>>;
  /** When the oldest mail still to be sent was written; null when there is none. */
  oldestQueued: Date | null;
  /** Given up, or refused for good; those that wait since a restore are among the figures of the backup. */
  failedMails: number;
  /** Confirmations that wait because too many leave at the moment. */
  pacedConfirmations: number;
  /** What the last daily run erased, how much is due now, and whether a daily run was missed. */
  retention: { last: LastRetention | null; due: number; isLate: boolean };
  backup: BackupOverview;
  edition: { number: number; computedAt: Date; methodVersion: number; entries: number } | null;
  /** How many programs enter and move, and places leave or get another reason, with the edition that waits. */
  proposed: { enters: number; leaves: number; moves: number; reasons: number } | null;
}
