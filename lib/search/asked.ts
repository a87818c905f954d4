// What a search asks for, the filters and the typed text together.

import { ANSWER_GROUPS, FILTER_GROUPS } from "@/lib/facts/filter-options";
import type { ListingFilters } from "./filters";
import type { TextQuery } from "./types";

/** What of a typed text there is to look for. */
export type SoughtText = Pick<TextQuery, "document" | "asked" | "near" | "asksOthers">;

/** The filters with the options that the text names. */
export function askedOf(filters: ListingFilters, { asked }: SoughtText): ListingFilters {
  const all: Record<string, readonly string[]> = Object.fromEntries(
    FILTER_GROUPS.map((group) => {
      const named = asked.filter((each) => each.group === group).flatMap(({ options }) => options);
      return [group, [...new Set([...filters[group], ...named])]];
    }),
  );
  return { ...filters, ...all };
}

/** The filters with the place that the text names, unless a ZIP code was given. */
export function locatedBy(filters: ListingFilters, { near }: SoughtText): ListingFilters {
  return near && filters.near === null ? { ...filters, near: near.zip } : filters;
}

/** Whether silence can be the answer to anything asked: every place is of some kind, and a word is there or not. */
export function canBeUnknown(filters: ListingFilters, text: SoughtText): boolean {
  const asked = askedOf(filters, text);
  return ANSWER_GROUPS.some((group) => asked[group].length > 0);
}
