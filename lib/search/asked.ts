// What a search asks for, the filters and the typed text together.

import { ANSWER_GROUPS, FILTER_GROUPS } from "@/lib/facts/filter-options";
import type { SearchParams } from "@/lib/shared/search-params";
import { countChosen, filterPairs, filtersQuery, parseFilters, type ListingFilters } from "./filters";
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

/**
 * What a search hands on to whatever leads from it to other places: the options that were asked for, ticked or typed, and
 * where from; not its other words, its order and its page.
 */
export function handedOn(filters: ListingFilters, text: SoughtText): ListingFilters {
  return { ...locatedBy(askedOf(filters, text), text), text: "", sort: null, after: null };
}

/** What was handed on to the page with these parameters; a part that cannot be read is left out. */
export function askedIn(params: SearchParams): ListingFilters {
  return { ...parseFilters(params).filters, text: "", sort: null, after: null };
}

/** The same as parameters of a URL, without where from, which the pages about a choice ask for themselves. */
export function askedPairs(asked: ListingFilters): [name: string, value: string][] {
  return countChosen(asked) === 0 ? [] : filterPairs({ ...asked, near: null });
}

/** The English path of a listing's page: the one that answers what was asked, where something was. */
export function askedListingPath(slug: string, asked: ListingFilters): string {
  return countChosen(asked) === 0 ? `/listings/${slug}` : `/listings/${slug}/asked${filtersQuery(asked)}`;
}

/** Whether silence can be the answer to anything asked: every place is of some kind, and a word is there or not. */
export function canBeUnknown(filters: ListingFilters, text: SoughtText): boolean {
  const asked = askedOf(filters, text);
  return ANSWER_GROUPS.some((group) => asked[group].length > 0);
}
