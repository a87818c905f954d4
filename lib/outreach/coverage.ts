import { consentState } from "@/lib/consents/consent-state";
import type { ConsentEnding, ConsentScope, SharedField } from "@/lib/consents/types";
import type { OutreachRefusal } from "./types";

/** The newest consent, open or not, as the rule needs it. */
export interface Coverage {
  scope: ConsentScope;
  /** Ids of the listings it names. */
  places: readonly string[];
  mayShare: readonly SharedField[];
  expiresAt: Date;
  ending: ConsentEnding | null;
}

export interface Contact {
  listing: { id: string; isListed: boolean; isClosed: boolean };
  shared: readonly SharedField[];
  now: Date;
}

/** Why a consent no longer covers any place; null while it is active. */
export function endingOf(coverage: Pick<Coverage, "expiresAt" | "ending">, now: Date): OutreachRefusal | null {
  const state = consentState(coverage, now);
  if (state === "active") return null;
  return state === "narrowed" ? "withdrawn" : state;
}

/**
 * Why a consent does not cover a contact, or null when it does. The database enforces the same rule itself
 * (trigger outreach_has_consent); this function gives the reason.
 */
export function refusalOf(coverage: Coverage, { listing, shared, now }: Contact): OutreachRefusal | null {
  const ended = endingOf(coverage, now);
  if (ended) return ended;
  if (coverage.scope === "named" && !coverage.places.includes(listing.id)) return "out_of_scope";
  if (!listing.isListed) return "not_listed";
  if (listing.isClosed) return "closed";
  return shared.every((field) => coverage.mayShare.includes(field)) ? null : "not_shareable";
}
