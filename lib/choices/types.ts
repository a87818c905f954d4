import type { FactSheetView } from "@/lib/facts/facts";
import type { ListingCard } from "@/lib/facts/card";
import type { FilterGroup, FilterOption } from "@/lib/facts/filter-options";
import type { KeyFacts } from "@/lib/facts/key-facts";
import type { ClassedLicense } from "@/lib/facts/license";
import type { WhoNote } from "@/lib/facts/who-can-go";
import type { NamedListing } from "@/lib/facts/listing-title";
import type { Coordinates } from "@/lib/shared/geo";

/** A state license matched to a place without doubt. Dates are YYYY-MM-DD. */
export interface ChosenLicense extends ClassedLicense {
  number: string;
  /** It allowed care on the day it was read. */
  current: boolean;
  offersDetox: boolean;
  /** How many people may live there; null where the state gives no number. */
  capacity: number | null;
  /** Whether medicine may be given on site; null when the list does not say. */
  medicalServices: boolean | null;
  /** Who may come, as the state writes it. */
  targetPopulation: string | null;
  /** The day the state's list was retrieved. */
  asOf: string;
}

export interface ChosenPosition extends Coordinates {
  /** Only the middle of its ZIP is known. */
  approximate: boolean;
}

/** What a place answers with a yes, and what it did not say, as the search keeps it: "payment:medi-cal". */
export interface Answers {
  yes: string[];
  unknown: string[];
}

/** What a place to try next must answer: one of these options of a group. */
export interface Wanted {
  group: FilterGroup;
  options: readonly FilterOption[];
  /** The person asked for it; else the places that they chose have it. */
  isAsked: boolean;
  /** A place without it comes after those with it; else it is never shown. */
  isWish: boolean;
}

/** A published listing that somebody chose, with all that the pages about a choice need. Dates are YYYY-MM-DD. */
export interface ChosenListing extends ListingCard {
  id: string;
  /** E.164. */
  intakePhones: string[];
  closedOn: string | null;
  exemptionReason: string | null;
  sheets: FactSheetView[];
  answers: Answers;
  /** The day of the state's newest list that covers the place; null when none was imported. */
  stateListAsOf: string | null;
  licenses: ChosenLicense[];
  position: ChosenPosition | null;
}

/** The result of reading a URL that names places. */
export interface Choice {
  places: ChosenListing[];
  /** Named, but more than the page can show. */
  leftOut: NamedListing[];
  /** Names of places that were taken down. */
  archived: string[];
  /** Something in the URL leads to no place. */
  unknown: boolean;
  /** Some place was named more than once. */
  repeated: boolean;
}

/** A choice of places that a person wants us to ask: `places` are open. */
export interface AskableChoice extends Choice {
  /** Named, but closed: we can ask nobody there. */
  closed: NamedListing[];
}

/** A listing to try when the chosen places have no room. */
export interface NextListing extends ListingCard {
  rank: number;
  facts: KeyFacts;
  /** Whom it leaves out. */
  who: WhoNote[];
  /** From the start of the search; null when one of the two has no position. */
  miles: number | null;
  /** What of all that it must answer it did not say. */
  unsaid: Wanted[];
}
