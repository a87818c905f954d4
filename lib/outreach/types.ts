import type { ConsentScope, SharedField } from "@/lib/consents/types";
import type { NotRankedReason } from "@/lib/facts/not-ranked";
import type { NamedListing } from "@/lib/facts/listing-title";
import type { MailState } from "@/lib/mails/types";
import type { Need } from "./needs";
import type { Candidate, Fit } from "./suggestions";

export const OUTREACH_WAYS = ["call", "email"] as const;
export type OutreachWay = (typeof OUTREACH_WAYS)[number];

/** What a mail to a place asks. `ask_room`: does it have room? `introduce`: would it contact the person directly? */
export const OUTREACH_TEMPLATES = ["ask_room", "introduce"] as const;
export type OutreachTemplate = (typeof OUTREACH_TEMPLATES)[number];

/**
 * The result of a mail to a place. `unclear`: it is no longer tried, and a try ended without the server's yes or no, so
 * the place may have it. Only a confirmation is ever paced.
 */
export type OutreachMailState = Exclude<MailState, "paced"> | "unclear";

/** What a place answered. */
export const OUTREACH_OUTCOMES = [
  "no_answer",
  "message_left",
  "answer_awaited",
  "has_room",
  "waiting_list",
  "no_room",
  "does_not_fit",
] as const;
export type OutreachOutcome = (typeof OUTREACH_OUTCOMES)[number];

/** A closed list, so that nobody can write anything personal into it. */
export const OUTREACH_STEPS = ["none", "we_try_again", "place_contacts_person", "person_contacts_place"] as const;
export type OutreachStep = (typeof OUTREACH_STEPS)[number];

/**
 * Why a place may not be contacted now. `gone`: no such inquiry. `no_consent`: no consent is on record. `interested`:
 * by this member, who declared a conflict. `not_given`: the person did not give such a field. `no_email`: we know no
 * email of the place. `closed`: the place has closed. `changed`: the mail would read differently now from the preview.
 */
export type OutreachRefusal =
  | "gone"
  | "erased"
  | "no_consent"
  | "withdrawn"
  | "expired"
  | "out_of_scope"
  | "not_listed"
  | "closed"
  | "not_shareable"
  | "not_given"
  | "no_email"
  | "changed"
  | "interested";

export interface OutreachMailStanding {
  /** The place's, as it stood when the mail was written. */
  email: string;
  state: OutreachMailState;
  /** When the place's server took it; null until then. */
  sentAt: Date | null;
}

/** A place contacted for a person, as they and staff see it. */
export interface OutreachContact {
  id: string;
  place: NamedListing;
  way: OutreachWay;
  /** Null for a call. */
  mail: OutreachMailStanding | null;
  contactedAt: Date;
  shared: SharedField[];
  /** Null until it was noted. */
  outcome: OutreachOutcome | null;
  nextStep: OutreachStep | null;
  updatedAt: Date;
}

export interface OutreachRequest {
  inquiryId: string;
  listingId: string;
  way: OutreachWay;
  /** What the place is told. */
  shared: readonly SharedField[];
}

/** A mail to a place, as somebody on the team wants it. */
export interface OutreachMailRequest extends Omit<OutreachRequest, "way"> {
  /** The contact's id, made with the preview: a button pressed twice, or in two tabs, sends one mail. */
  id: string;
  template: OutreachTemplate;
}

/** A mail to a place as it would be sent now. */
export interface OutreachMailPreview {
  to: string;
  subject: string;
  text: string;
  /** Keyed hash of the three: the mail that is sent must have the same. */
  seal: string;
}

/** A place as outreach sees it, with what the pure rules need. */
export interface OutreachListing extends Candidate, NamedListing {
  id: string;
  phoneExtension: string | null;
  isListed: boolean;
  isClosed: boolean;
  /** Only the middle of its ZIP is known. */
  isApproximate: boolean;
  /** In the newest edition; null when it does not rank the place. */
  rank: number | null;
  /** Why it does not; null when it does, or does not know the place. */
  notRankedFor: NotRankedReason | null;
  /** The email where it takes mail about people who look for care, and how we know; null when we know of none. */
  mailbox: { email: string; source: string; seenOn: string } | null;
}

/** A place that may be contacted, or why not. */
export interface Suggestion {
  place: OutreachListing;
  fit: Fit;
  refusal: OutreachRefusal | null;
  /** The newest contact with it for this inquiry; null when there was none. */
  contact: OutreachEntry | null;
}

/** A line of the call log. */
export interface OutreachEntry {
  id: string;
  contactedAt: Date;
  way: OutreachWay;
  mail: OutreachMailStanding | null;
  shared: SharedField[];
  /** Null when the member who did it has left. */
  staffName: string | null;
  /** Null until somebody notes it. */
  outcome: OutreachOutcome | null;
  nextStep: OutreachStep | null;
  listing: NamedListing & { id: string };
}

/** What the person needs, as staff ticked it. */
export interface Needs {
  codes: Need[];
  /** Five digits. */
  near: string | null;
}

/** Everything that staff need to decide on the outreach for one inquiry. */
export interface OutreachDesk {
  /** Why no place at all may be contacted; null when some may. */
  refusal: OutreachRefusal | null;
  needs: Needs;
  /** We know the middle of the ZIP code, so the page shows distances. */
  isNearKnown: boolean;
  scope: ConsentScope | null;
  mayShare: SharedField[];
  /** The best first; none while no place may be contacted. */
  suggestions: Suggestion[];
  /** The place somebody chose to contact. */
  chosen: Suggestion | null;
  /** The newest first. */
  log: OutreachEntry[];
}

export type NeedsChange = { status: "ok" } | { status: "conflict"; current: { version: number } } | { status: "gone" };
