import type { ConsentScope, SharedField } from "@/lib/consents/types";
import type { Presence } from "@/lib/facts/presence";
import type { Need } from "./needs";
import type { Candidate, Fit } from "./suggestions";

export const OUTREACH_WAYS = ["call", "email"] as const;
export type OutreachWay = (typeof OUTREACH_WAYS)[number];

/** What a mail to a place asks. `ask_room`: has it room? `introduce`: may it get in touch with the person itself? */
export const OUTREACH_TEMPLATES = ["ask_room", "introduce"] as const;
export type OutreachTemplate = (typeof OUTREACH_TEMPLATES)[number];

/**
 * What became of a mail to a place. `cancelled`: stopped before it left. `unclear`: it is no longer tried, and a try
 * ended without the server's yes or no, so the place may have it.
 */
export type OutreachMailState = "queued" | "sent" | "failed" | "bounced" | "cancelled" | "unclear";

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

/** Closed, so that nothing personal can be written into it. */
export const OUTREACH_STEPS = ["none", "we_try_again", "place_contacts_person", "person_contacts_place"] as const;
export type OutreachStep = (typeof OUTREACH_STEPS)[number];

/**
 * Why a place may not be contacted now. `gone`: no such inquiry. `no_consent`: no consent is on record. `interested`:
 * by this member, who declared a conflict. `not_given`: the person gave nothing of the kind. `no_email`: by mail. `closed`:
 * nobody can be asked there any more.
 * `changed`: the mail would read differently by now than what was read.
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
  place: { slug: string; name: string; city: string; presence: Presence };
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
  /** The contact's, made with the preview: pressed twice, or in two tabs, it is one mail. */
  id: string;
  template: OutreachTemplate;
}

/** A mail to a place as it would leave now. */
export interface OutreachMailPreview {
  to: string;
  subject: string;
  text: string;
  /** Keyed hash of the three: what is sent must have the same. */
  seal: string;
}

/** A place as outreach sees it, with what the pure rules need. */
export interface OutreachListing extends Candidate {
  id: string;
  unit: string | null;
  city: string;
  zip: string;
  /** E.164 without extension. */
  phone: string | null;
  phoneExtension: string | null;
  isListed: boolean;
  isClosed: boolean;
  presence: Presence;
  /** Only the middle of its ZIP is known. */
  isApproximate: boolean;
  /** In the newest edition; null when it does not rank the place. */
  rank: number | null;
  /** Where it takes mail about people who look for care, and how we know; null when we know of none. */
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
  /** Null when whoever did it has left. */
  staffName: string | null;
  /** Null until somebody notes it. */
  outcome: OutreachOutcome | null;
  nextStep: OutreachStep | null;
  listing: { id: string; slug: string; name: string; city: string; presence: Presence };
}

/** What the person needs, as staff ticked it. */
export interface Needs {
  codes: Need[];
  /** Five digits. */
  near: string | null;
}

/** Everything outreach for one inquiry is decided by. */
export interface OutreachDesk {
  /** Why no place at all may be contacted; null when some may. */
  refusal: OutreachRefusal | null;
  needs: Needs;
  /** The middle of the ZIP code is known, so that distances are told. */
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
