import type { NamedListing } from "@/lib/facts/listing-title";

/** A line of the staff's table. */
export interface OperatorRow {
  id: string;
  name: string;
  legalEntities: string[];
  /** How many listings it runs, whatever their status. */
  listings: number;
}

/** A listing as the page of its operator names it. */
export interface OperatedListing extends NamedListing {
  id: string;
  /** Staff said who runs it; else its name says so. */
  isSetByStaff: boolean;
}

/** One of the names by which sources call an operator. */
export interface OperatorSpellings {
  /** As names are compared. */
  key: string;
  /** As its listings spell it; empty when none has it now. */
  spellings: string[];
  /** Another operator cannot take the name that this one's slug is made of. */
  isOwn: boolean;
}

/** Another operator, as staff decide whether it is the same. */
export interface OtherOperator {
  id: string;
  slug: string;
  /** The version on screen. */
  version: number;
  name: string;
  legalEntities: string[];
  listings: number;
}

/** What staff may change about an operator, and what they see beside it. */
export interface OperatorForEditor {
  id: string;
  slug: string;
  /** The version on screen; a change based on an older one is refused. */
  version: number;
  /** The columns as the words of a form. */
  values: { name: string; legalEntities: string };
  /** Columns that imports do not overwrite. */
  staffFields: string[];
  names: OperatorSpellings[];
  listings: OperatedListing[];
  /** Others whose licenses name one of its legal entities. */
  alike: OtherOperator[];
}

/** The columns of an operator. */
export interface EditedOperator {
  id: string;
  slug: string;
  version: number;
  name: string;
  legalEntities: string[];
  staffFields: string[];
}

/** What came of a change by staff. */
export type OperatorWrite =
  /** The slugs of the listings whose pages are others now. */
  | { outcome: "saved"; slugs: string[] }
  | { outcome: "conflict"; current: EditedOperator }
  /** `busy`: an import runs, or two listings are being made one. */
  | { outcome: "gone" | "interested" | "busy" };
