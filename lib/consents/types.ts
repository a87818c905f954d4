import type { NamedListing } from "@/lib/facts/listing-title";

/** What a place may be told about a person. `needs`: what the person looks for, in our words. */
export const SHARED_FIELDS = ["needs", "name", "email", "phone"] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];

export type ConsentScope = "any_listed" | "named";
/** `narrowed`: replaced by a narrower one. `erased`: ended with everything about the person. */
export type ConsentEnding = "withdrawn" | "narrowed" | "erased";

export interface ConsentListing extends NamedListing {
  listingId: string;
}

/** One consent as it was given, and what became of it. */
export interface ConsentView {
  id: string;
  text: string;
  textVersion: string;
  /** Of the words. */
  locale: string;
  scope: ConsentScope;
  /** By name; empty for any listed place. */
  places: ConsentListing[];
  mayShare: SharedField[];
  givenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  ending: ConsentEnding | null;
}
