// What a search form can ask. The address is the state: anything it does not understand is left out, never an error.

import { MEDICATIONS, type KeyFacts, type Medication } from "./key-facts";
import { LISTING_KINDS } from "./schema";
import type { ListingKind } from "./types";

export const SORTS = ["rank", "name"] as const;
export const PAGE_SIZE = 20;
const LONGEST_TEXT = 80;

export interface ListingFilters {
  /** Words to find in name, city or ZIP; empty for all. */
  text: string;
  kind: ListingKind | null;
  medication: Medication | null;
  mediCal: boolean;
  spanish: boolean;
  sort: (typeof SORTS)[number];
  /** 1-based. */
  page: number;
}

export type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the filters of an address; unknown or malformed values count as not given. */
export function parseFilters(params: SearchParams): ListingFilters {
  const first = (name: string) =>
    [params[name]]
      .flat()[0]
      ?.replace(/\p{Cc}/gu, " ")
      .trim() ?? "";
  const oneOf = <Value extends string>(allowed: readonly Value[], name: string) =>
    allowed.find((value) => value === first(name)) ?? null;
  return {
    text: first("q").slice(0, LONGEST_TEXT),
    kind: oneOf(LISTING_KINDS, "kind"),
    medication: oneOf(MEDICATIONS, "medication"),
    mediCal: first("medical") === "1",
    spanish: first("spanish") === "1",
    sort: oneOf(SORTS, "sort") ?? "rank",
    page: /^[1-9][0-9]{0,3}$/.test(first("page")) ? Number(first("page")) : 1,
  };
}

/** The address of a search, "" when it asks for nothing; the inverse of `parseFilters`. */
export function filtersQuery(filters: ListingFilters): string {
  const pairs: [string, string][] = [
    ["q", filters.text],
    ["kind", filters.kind ?? ""],
    ["medication", filters.medication ?? ""],
    ["medical", filters.mediCal ? "1" : ""],
    ["spanish", filters.spanish ? "1" : ""],
    ["sort", filters.sort === "rank" ? "" : filters.sort],
    ["page", filters.page === 1 ? "" : String(filters.page)],
  ];
  const query = new URLSearchParams(pairs.filter(([, value]) => value !== "")).toString();
  return query && `?${query}`;
}

/** Whether a place's facts satisfy the filters that are about facts: only a yes does, silence does not. */
export function factsMatch(filters: ListingFilters, facts: KeyFacts): boolean {
  if (filters.medication && facts.medications[filters.medication] !== "yes") return false;
  if (filters.mediCal && facts.mediCal !== "yes") return false;
  return !filters.spanish || facts.spanish === "yes";
}
