import type { Presence } from "@/lib/facts/presence";
import type { Sign } from "./evidence";

/** One of two listings, as staff see it beside the other. */
export interface DuplicateSide {
  id: string;
  slug: string;
  name: string;
  presence: Presence;
  unit: string | null;
  /** Empty for a confidential site. */
  street: string;
  street2: string | null;
  city: string;
  state: string;
  zip: string;
  /** E.164. */
  phone: string | null;
  phoneExtension: string | null;
  /** The dates of the editions of the directory that named it, the newest first: years, or days. */
  namedIn: string[];
}

/** Two listings that may be one place. */
export interface DuplicateProposal {
  id: string;
  former: DuplicateSide;
  later: DuplicateSide;
  signs: Sign[];
  /** Null while the position of one is not known; the middle of its ZIP code may stand in for it. */
  miles: number | null;
  isApproximate: boolean;
  /** The slug that stays when they are one place; the other leads to it. */
  keptSlug: string;
  /** Why they cannot be one listing: people gave consent to contact both. */
  isBlocked: boolean;
  /** What staff recorded of the listing that goes is not carried over. */
  leavesWork: boolean;
}
