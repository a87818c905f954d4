import type { ListingCard } from "@/lib/facts/card";
import type { FilterGroup, FilterOption } from "@/lib/facts/filter-options";
import type { KeyFacts } from "@/lib/facts/key-facts";
import type { NotRankedReason } from "@/lib/facts/not-ranked";
import type { WhoNote } from "@/lib/facts/who-can-go";
import type { ListingFilters } from "./filters";
import type { Cursor, Sort } from "./search-cursor";

export interface Distance {
  miles: number;
  /** Measured to the middle of the place's ZIP code. */
  isApproximate: boolean;
}

export interface ChosenOption {
  group: FilterGroup;
  option: FilterOption;
}

/** A place that fits. Rank and band are the newest edition's, null when it does not rank the place. */
export interface SearchHit extends ListingCard {
  rank: number | null;
  band: number | null;
  facts: KeyFacts;
  /** Whom it leaves out, from the survey and the state's list. */
  who: WhoNote[];
  /** It would fit but for its no to Medi-Cal, and comes after all that fit. */
  saidNo: boolean;
  /** False where it says that it does not treat opioid use disorder: it comes after all that do. */
  treatsOpioids: boolean;
  /** Why the newest edition does not rank it; null when it does, or does not know it. */
  notRankedFor: NotRankedReason | null;
  /** The chosen options that this place did not answer. */
  unknown: ChosenOption[];
  /** Null without a ZIP code to measure from, or without a position. */
  distance: Distance | null;
}

export interface SearchResult {
  /** The order the hits are in. */
  sort: Sort;
  /** Whether distances could be measured from the ZIP code; null without one. */
  nearIsKnown: boolean | null;
  hits: SearchHit[];
  previous: Cursor | null;
  next: Cursor | null;
}

/** A number of places, exact unless there are too many to count. */
export interface Count {
  value: number;
  /** There may be more than `value`. */
  isAtLeast: boolean;
}

export interface Facets {
  total: Count;
  /**
   * How many places fit once those that did not say are let in, the fitting ones among them. Null where it says nothing
   * new: when they are let in already, when nothing that was asked can be left unsaid, or when `total` is at its limit.
   */
  withUnknown: Count | null;
  /** How many more fit but for their no to Medi-Cal, and the years in which they said it; null where there are none. */
  saidNo: { count: Count; years: number[] } | null;
  /** How many places would fit if an option were the only one chosen in its group, the other groups as they are. */
  options: { [Group in FilterGroup]: ReadonlyMap<string, Count> };
}

/** What a search without results could drop, and how many places it would find then. */
export interface Relaxation {
  /** Parts to leave out; "unknown" includes places without an answer. */
  without: (FilterGroup | "text" | "unknown")[];
  count: Count;
  /** The search without them: all else that was asked for still holds, whether it was ticked or typed. */
  filters: ListingFilters;
  /** What is left out of the text; "" when its words stay. */
  words: string;
}

/** All places that a search looks through. */
export interface LookedThrough {
  /** Of the federal directory, or added by staff. */
  surveyed: number;
  /** Known from the state's list of licenses alone. */
  listed: number;
  /** Whose answers the newest directory has; null when none was imported. */
  surveyYear: number | null;
}

/** A typed word that no name has, and the most similar words, which were searched for instead. */
export interface Correction {
  typed: string;
  used: string[];
}

/** Options of one group that a typed text names. A place needs one of them. */
export interface AskedOption {
  /** The words that name them, as they were typed. */
  typed: string;
  group: FilterGroup;
  options: readonly FilterOption[];
}

/** A typed text as the database looks for it. */
export interface TextQuery {
  /** A tsquery; null when the text leaves no words to look for. */
  document: string | null;
  /** Options of the filters that the text names; all of them hold. */
  asked: readonly AskedOption[];
  /** The city or neighborhood of the county that the text names, and a ZIP code of it. */
  near: { name: string; zip: string } | null;
  /** It is a listing's name or address, or names care for other people: those who give it need not come last. */
  asksOthers?: boolean;
  /** Typed words that restrict nothing, because the whole directory is about them. */
  subject: readonly string[];
  corrections: Correction[];
}

/** Everything the search page shows. */
export interface SearchAnswer {
  result: SearchResult;
  facets: Facets;
  relaxations: Relaxation[];
  /** Of a search that finds nothing; null for any other. */
  lookedThrough: LookedThrough | null;
  /** How the typed text was read. */
  text: TextQuery;
}
