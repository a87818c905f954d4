import type { NamedListing } from "@/lib/facts/listing-title";

export const INTEREST_REASONS = ["works_there", "owns_part", "family", "paid_by", "other"] as const;
export type InterestReason = (typeof INTEREST_REASONS)[number];

/** A conflict of interest that is declared and not ended. */
export interface OpenInterest {
  id: string;
  staffName: string;
  /** It belongs to the member who reads the list: somebody else has to end it. */
  isOwn: boolean;
  listing: NamedListing & { id: string };
  /** Who runs it: the interest holds for all of their places. Null while nobody has said. */
  operatorName: string | null;
  reason: InterestReason;
  declaredAt: Date;
}
