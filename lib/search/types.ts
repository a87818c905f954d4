import type { ListingCard } from "@/lib/facts/card";
import type { FactValue } from "@/lib/facts/facts";
import type { FilterGroup, FilterOption } from "@/lib/facts/filter-options";
import type { KeyFacts } from "@/lib/facts/key-facts";
import type { NotRankedReason } from "@/lib/facts/not-ranked";
import type { People, WhoNote } from "@/lib/facts/who-can-go";
import type { ListingFilters, Wording } from "./filters";
import type { Start } from "./gazetteer";
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

/** What a place answers to an option that was asked for. */
export interface AskedAnswer extends ChosenOption {
  value: FactValue;
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
  /** To every option that was asked for, ticked or typed. */
  answers: AskedAnswer[];
  /** Null without a start to measure from, or without a position. */
  distance: Distance | null;
  /** It fits, and lies beyond the ring that the best fitting are chosen within. */
  isBeyond: boolean;
}

export interface SearchResult {
  /** The order the hits are in. */
  sort: Sort;
  /** Where distances begin; null when nobody said, or nobody knows. */
  start: Start | null;
  /** What the best fitting are chosen within; null in another order, or without a start. */
  ring: Ring | null;
  hits: SearchHit[];
  previous: Cursor | null;
  next: Cursor | null;
}

/** A circle that grows in steps until enough places fit within it. Beyond it the nearest follow. */
export interface Ring {
  miles: number;
  /** Each step's miles; the last is the circle. */
  steps: readonly number[];
  /** Whether no place fits within. */
  isEmpty: boolean;
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

/** A part of a search that can be left out: a group of filters, a phrase that was typed, or all other typed words. */
export type Part = FilterGroup | TypedPart | "text";
export type TypedPart = `typed:${string}`;

/** What a search without results could drop, and how many places it would find then. */
export interface Relaxation {
  /** Parts to leave out; "unknown" includes places without an answer. */
  without: (Part | "unknown")[];
  count: Count;
  /** The search without them. */
  filters: ListingFilters;
  /** What it then still hands on: all else that was asked for, whether it was ticked or typed. */
  still: ListingFilters;
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

/** What was typed and nothing is called, and the like of it that was searched for instead. */
export interface Correction {
  typed: string;
  used: string;
}

/** Options of one group that a typed text names. A place needs one of them. */
export interface AskedOption {
  /** The words that name them, as they were typed. */
  typed: string;
  group: FilterGroup;
  options: readonly FilterOption[];
}

/** Codes of the survey that a typed text names. A place needs one of them. */
export interface AskedService {
  typed: string;
  codes: readonly string[];
}

/** Whom a place is to be for alone: places that take them, and of which a source says that they do not take the others. */
export interface AskedAlone {
  typed: string;
  who: Extract<People, "a-woman" | "a-man">;
}

/** How the field "near" was read, or a place in a typed text. */
export interface NearReading {
  /** As it was typed. */
  typed: string;
  /** Null when nothing that we know is called so, or more than one place. */
  start: Start | null;
  /** What was typed is another word than the one that was taken. */
  isCorrected: boolean;
  /** Names to choose from: what else is called so, or parts of the county when it names all of it. */
  others: readonly string[];
  /** It names the whole county, which no distance begins at. */
  isWholeCounty: boolean;
  /** A ZIP code of another county: the directory has no place there. */
  isElsewhere: boolean;
}

/** A place in a typed text. */
export type TypedArea = NearReading & { start: Start };

/** What the page says about a phrase: messages/ told. */
export const TOPICS = [
  "danger",
  "age",
  "alone",
  "couples",
  "dui",
  "free",
  "hours",
  "howOld",
  "language",
  "noInsurance",
  "number",
  "openings",
  "otherDrugs",
  "outside",
  "papers",
  "plans",
  "price",
  "reviews",
  "unrecorded",
  "without",
] as const;
export type Topic = (typeof TOPICS)[number];

export interface Told {
  typed: string;
  topic: Topic;
}

/** A typed text as the database looks for it, and how it was read. */
export interface TextQuery {
  /** The text that was read: mistyped words are replaced. */
  text: string;
  readAs: Wording | "name" | "street";
  /** A tsquery of its words and numbers; null when there are none to look for. */
  document: string | null;
  /** What the name begins with, in plain words; null when it need not. */
  nameBegins: string | null;
  /** The whole name, in plain words without "Inc"; null when it may be another. */
  nameIs: string | null;
  /** Whether any of the words will do, because no place has all. */
  anyWord: boolean;
  /**
   * What would find listings that are called so, for a text that means something by itself; else null. `isTyped` when the
   * text is such a name, and not only a word of it.
   */
  named: (Pick<TextQuery, "document" | "nameBegins" | "nameIs"> & { isTyped: boolean }) | null;
  asked: readonly AskedOption[];
  services: readonly AskedService[];
  alone: readonly AskedAlone[];
  near: TypedArea | null;
  /** It is a listing's name or address, or names care for other people: those who give it need not come last. */
  asksOthers: boolean;
  setAside: readonly string[];
  subject: readonly string[];
  county: readonly string[];
  asksPlace: readonly string[];
  told: readonly Told[];
  /** Numbers and words that are looked for as they stand. */
  numbers: readonly string[];
  words: readonly string[];
  /** Words that nothing is called, and that are like nothing: left out. */
  unknown: readonly string[];
  corrections: readonly Correction[];
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
  /** How the field "near" was read; null when it is empty. */
  near: NearReading | null;
  /** Listings that are called like a text which means something by itself; the first of them. */
  named: SearchHit[];
}
