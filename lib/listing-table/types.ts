import type { TitledListing } from "@/lib/facts/listing-title";
import type { Sign } from "@/lib/duplicates/evidence";
import type { ListingKind } from "@/lib/facts/kind";
import type { PublicationStatus } from "@/lib/listings/types";

/** In the order in which the page shows them. */
export const LISTING_FILTERS = [
  "q",
  "status",
  "kind",
  "state",
  "county",
  "license",
  "checked",
  "reports",
  "match",
  "source",
  "directory",
  "phone",
] as const;
export type ListingFilterName = (typeof LISTING_FILTERS)[number];

/** A line of the staff's table. */
export interface ListingRow extends TitledListing {
  id: string;
  slug: string;
  status: PublicationStatus;
  kind: ListingKind;
  state: string;
  closedOn: Date | null;
  updatedAt: Date;
  /** Reports of mistakes that nobody has decided about. */
  openReports: number;
}

/** A county of a state in which there are listings; null for those without one. */
export interface Area {
  state: string;
  county: string | null;
}

/** One page of the table. */
export interface ListingPage {
  rows: ListingRow[];
  total: number;
  page: number;
  pages: number;
  /** Nothing is written as it was typed: these are spelled alike. */
  isAlike: boolean;
  /** When nothing is found: how many there are without one of the filters, the most first. */
  without: { filter: ListingFilterName; total: number }[];
}

/** What was typed into the search, read. */
export interface SoughtWords {
  /** Plain words, each of which must be found. */
  words: readonly string[];
  /** Digits, with or without the area code. */
  phones: readonly string[];
  /** Small letters and digits, perhaps only the first. */
  licenses: readonly string[];
}

/** A listing that one which somebody enters may be already, and what the two have in common, the strongest first. */
export interface AlikeListing extends TitledListing {
  id: string;
  status: PublicationStatus;
  signs: (Sign | "alike")[];
}

/** What can be done to many listings at once. */
export const BULK_ACTS = ["archive", "restore"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** A listing as it stands, and what decides about it. */
export interface Candidate {
  id: string;
  version: number;
  status: PublicationStatus;
  staffFields: string[];
  /** The status that staff archived it from; null when nobody knows. */
  archivedFrom: PublicationStatus | null;
  /** Its address leads to another listing: the two are one place. */
  isMerged: boolean;
  /** Whoever acts declared an interest in it. */
  isLeftToOthers: boolean;
}

export interface ChangedListing {
  id: string;
  from: PublicationStatus;
  to: PublicationStatus;
  /** Before the act. */
  version: number;
  staffFields: string[];
}

export type RefusalReason =
  | "interested"
  /** It is archived already, or not archived. */
  | "status"
  /** It is one place with another listing. */
  | "merged"
  /** Of taking back: somebody has changed it since. */
  | "changed"
  /** It is no longer there. */
  | "gone";

export interface RefusedListing {
  id: string;
  why: RefusalReason;
}

export interface BulkTitle extends TitledListing {
  id: string;
}

/** How many listings go from one status to another. */
export interface StatusMove {
  from: PublicationStatus;
  to: PublicationStatus;
  count: number;
}

/** A listing by its title, null when it is no longer there, with what happens to it. */
export type TitledChange = ChangedListing & { title: BulkTitle | null };
export type TitledRefusal = RefusedListing & { title: BulkTitle | null };

/** What an act would do, before it is done. */
export interface BulkPreview {
  act: BulkAct;
  moves: StatusMove[];
  total: number;
  /** The first of them. */
  sample: TitledChange[];
  refused: TitledRefusal[];
  /** What the confirmed form sends back: lib/listing-table/bulk-plan. */
  shown: string;
}

/** What an act did. */
export interface BulkResult {
  id: string;
  act: BulkAct;
  doneAt: Date;
  /** Null when the member who did it has left. */
  by: string | null;
  moves: StatusMove[];
  total: number;
  rows: TitledChange[];
  refused: TitledRefusal[];
  /** It can still be taken back. */
  mayUndo: boolean;
  undone: { at: Date; by: string | null; kept: TitledRefusal[] } | null;
}
