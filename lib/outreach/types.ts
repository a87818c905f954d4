import type { SharedField } from "@/lib/consents/types";

export const OUTREACH_WAYS = ["call", "email"] as const;
export type OutreachWay = (typeof OUTREACH_WAYS)[number];

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

/** Why a place may not be contacted now. `gone`: no such inquiry. `interested`: by this member, who declared a conflict. */
export type OutreachRefusal =
  "gone" | "erased" | "withdrawn" | "expired" | "out_of_scope" | "not_listed" | "not_shareable" | "interested";

export interface OutreachRequest {
  inquiryId: string;
  listingId: string;
  way: OutreachWay;
  /** What the place is told. */
  shared: readonly SharedField[];
}
