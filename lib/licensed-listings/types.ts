import type { PublicationStatus } from "@/prisma/generated/enums";
import type { ListingKind } from "@/lib/facts/kind";
import type { SiteColumns } from "@/lib/sources/federal";

/** What the list answers of a place, as of its day. */
export interface StateSheet {
  sourceEditionId: string;
  asOf: Date;
  yes: string[];
  no: string[];
}

/** What the state's list says of a place that nobody else names. */
export interface StatedListing {
  /** Of all its licenses; by the first it is known. */
  numbers: [string, ...string[]];
  columns: SiteColumns;
  kind: ListingKind;
  sheet: StateSheet;
}

/** A place that a list made, as it is on record. */
export interface StoredListing {
  id: string;
  slug: string;
  knownByLicense: string;
  status: PublicationStatus;
  staffFields: string[];
  columns: SiteColumns;
  /** Null while it is off the site. */
  sheet: StateSheet | null;
}

/** How many places the state's list alone names, and what became of those of before. */
export interface LicensedListingCounts {
  places: number;
  new: number;
  changed: number;
  /** Off the site: the list no longer names them, or another listing has their license. */
  withdrawn: number;
}
