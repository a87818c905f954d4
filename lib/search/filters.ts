// What a search can ask. The URL is the state. A part that is wrong is left out and named; it is never an error.

import { namesIn, textsIn, type SearchParams } from "@/lib/shared/search-params";
import { FILTER_GROUPS, optionsOf, type FilterGroup, type FilterOption } from "@/lib/facts/filter-options";
import { zipIn } from "./zip-text";
import { readCursor, SORTS, writeCursor, type Cursor, type Sort } from "./search-cursor";

export const PAGE_SIZE = 20;
/** Longer than any name in the federal file, and than most sentences that people type. */
export const MAX_TEXT_LENGTH = 160;
export const MAX_NEAR_LENGTH = 60;

/** How a text is to be read, when not as the search would by itself. */
export const WORDINGS = ["exact", "meaning"] as const;
/** Word for word in names and addresses, or for what it means although a place is called so. */
export type Wording = (typeof WORDINGS)[number];

/** Several options of one group mean any of them; all groups must fit. An empty group asks nothing. */
export type Choices = { readonly [Group in FilterGroup]: readonly FilterOption<Group>[] };

export interface ListingFilters extends Choices {
  /** Words to find in name, place or services; "" for all. */
  text: string;
  /** Where distances begin, as it was typed: a ZIP code or the name of a place. */
  near: string | null;
  /** Null is "rank": the best fitting first. */
  sort: Sort | null;
  /** Null lets the search choose how the text is read. */
  words: Wording | null;
  /** Whether a place that did not answer counts as fitting. */
  includeUnknown: boolean;
  after: Cursor | null;
}

/** A part of a URL that was left out: the parameter, and its value unless the parameter itself is unknown. */
export interface Ignored {
  name: string;
  value: string | null;
}

export interface ParsedFilters {
  filters: ListingFilters;
  /** In the order of the URL; at most a few, each short enough to print. */
  ignored: Ignored[];
}

export const NO_FILTERS: ListingFilters = {
  text: "",
  medication: [],
  keeping: [],
  level: [],
  payment: [],
  people: [],
  population: [],
  language: [],
  access: [],
  kind: [],
  near: null,
  sort: null,
  words: null,
  includeUnknown: false,
  after: null,
};

const NAMES = new Set<string>(["q", "words", "near", "sort", "unknown", "after", ...FILTER_GROUPS]);
const MAX_NOTES = 6;
const MAX_NOTE_LENGTH = 40;

/** Reads the filters of a URL. Never throws: unknown, repeated or malformed parts are ignored and named. */
export function parseFilters(params: SearchParams): ParsedFilters {
  const given = withFormer(new Map(namesIn(params).map((name) => [name, textsIn(params, name).map(plain)])));
  const ignored: Ignored[] = [];
  const ignore = (name: string, value: string | null) => {
    const part = { name: shorten(name), value: value === null ? null : shorten(value) };
    const known = ignored.some((each) => each.name === part.name && each.value === part.value);
    if (!known && ignored.length < MAX_NOTES) ignored.push(part);
  };
  /** The first value that can be read; an empty one asks nothing. */
  const one = <Value>(name: string, read: (text: string) => Value | null): Value | null => {
    const [first, ...others] = (given.get(name) ?? []).filter((value) => value !== "");
    for (const other of others) ignore(name, other);
    if (first === undefined) return null;
    const value = read(first);
    if (value === null) ignore(name, first);
    return value;
  };
  for (const name of given.keys()) if (!NAMES.has(name)) ignore(plain(name), null);
  const choices = Object.fromEntries(
    FILTER_GROUPS.map((group) => {
      const values = (given.get(group) ?? []).filter((value) => value !== "");
      const options: readonly string[] = optionsOf(group);
      for (const value of values) if (!options.includes(value)) ignore(group, value);
      return [group, options.filter((option) => values.includes(option))];
    }),
  ) as unknown as Choices;
  const filters: ListingFilters = {
    ...choices,
    text: one("q", (text) => readText(text, (rest) => ignore("q", rest))) ?? "",
    near: one("near", readPlace),
    sort: one("sort", (text) => SORTS.find((sort) => sort === text) ?? null),
    words: one("words", (text) => WORDINGS.find((each) => each === text) ?? null),
    includeUnknown: one("unknown", (text) => text === "include" || null) ?? false,
    after: one("after", readCursor),
  };
  return { filters, ignored };
}

/** An option that stood for several of today once, at first in another group: old URLs keep their meaning. */
const FORMER = {
  groups: ["access", "keeping"],
  option: "on-medication",
  now: ["on-methadone", "on-buprenorphine"],
} as const;

function withFormer(given: Map<string, string[]>): Map<string, string[]> {
  const { groups, option, now } = FORMER;
  if (!groups.some((group) => given.get(group)?.includes(option))) return given;
  for (const group of groups)
    given.set(
      group,
      (given.get(group) ?? []).filter((value) => value !== option),
    );
  return given.set("keeping", [...(given.get("keeping") ?? []), ...now]);
}

/** The URL of a search, "" when it asks for nothing; what `parseFilters` reads back as the same filters. */
export function filtersQuery(filters: ListingFilters): string {
  const query = new URLSearchParams(filterPairs(filters)).toString();
  return query && `?${query}`;
}

/** The parameters of a search, as a form's fields would send them. */
export function filterPairs(filters: ListingFilters): [name: string, value: string][] {
  const pairs: [string, string][] = [
    ["q", filters.text],
    ["words", filters.words ?? ""],
    ...FILTER_GROUPS.flatMap((group) => filters[group].map((option): [string, string] => [group, option])),
    ["near", filters.near ?? ""],
    ["sort", filters.sort ?? ""],
    ["unknown", filters.includeUnknown ? "include" : ""],
    ["after", filters.after ? writeCursor(filters.after) : ""],
  ];
  return pairs.filter(([, value]) => value !== "");
}

/** How many options are chosen in all groups. */
export function countChosen(filters: ListingFilters): number {
  return FILTER_GROUPS.reduce((sum, group) => sum + filters[group].length, 0);
}

/** Text with at least one letter or digit to look for, cut to what the field takes. */
function readText(text: string, ignoreRest: (rest: string) => void): string | null {
  const characters = Array.from(text);
  const cut = characters.slice(0, MAX_TEXT_LENGTH).join("").trim();
  if (!/[\p{L}\p{N}]/u.test(cut)) return null;
  if (characters.length > MAX_TEXT_LENGTH) ignoreRest(characters.slice(MAX_TEXT_LENGTH).join(""));
  return cut;
}

/** Whatever was typed, as far as the field goes, and of ZIP+4 the five digits: the search says what it does not know. */
function readPlace(text: string): string | null {
  const cut = Array.from(text).slice(0, MAX_NEAR_LENGTH).join("").trim();
  const zip = zipIn(cut);
  if (zip && cut.includes(zip)) return zip;
  return /[\p{L}\p{N}]/u.test(cut) ? cut : null;
}

/** Without control characters and broken surrogates, which neither a page nor the database can hold. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > MAX_NOTE_LENGTH ? `${characters.slice(0, MAX_NOTE_LENGTH).join("")}…` : text;
}

/** The same search from its first page, changed. */
export function withFilters(filters: ListingFilters, change: Partial<ListingFilters>): ListingFilters {
  return { ...filters, ...change, after: null };
}

/** The search without one option. */
export function withoutOption(filters: ListingFilters, group: FilterGroup, option: string): ListingFilters {
  const rest: readonly string[] = filters[group].filter((each) => each !== option);
  return withFilters(filters, { [group]: rest });
}
