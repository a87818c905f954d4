// What a search asks for, the filters and the typed text together.

import { ANSWER_GROUPS, FILTER_GROUPS } from "@/lib/facts/filter-options";
import type { SearchParams } from "@/lib/shared/search-params";
import { countChosen, filterPairs, filtersQuery, parseFilters, type ListingFilters } from "./filters";
import type { Start } from "./gazetteer";
import { readNear } from "./near";
import type { NearReading, TextQuery } from "./types";

/** What of a typed text there is to look for. */
export type SoughtText = Pick<
  TextQuery,
  "document" | "nameBegins" | "nameIs" | "asked" | "services" | "alone" | "near" | "asksOthers"
>;

/** Nothing was typed. */
export const NO_TEXT: TextQuery = {
  text: "",
  readAs: "meaning",
  document: null,
  nameBegins: null,
  nameIs: null,
  anyWord: false,
  named: null,
  asked: [],
  services: [],
  alone: [],
  near: null,
  asksOthers: false,
  setAside: [],
  subject: [],
  county: [],
  asksPlace: [],
  told: [],
  numbers: [],
  words: [],
  unknown: [],
  corrections: [],
};

/** The filters with the options that the text names. */
export function askedOf(filters: ListingFilters, { asked }: Pick<SoughtText, "asked">): ListingFilters {
  const all: Record<string, readonly string[]> = Object.fromEntries(
    FILTER_GROUPS.map((group) => {
      const named = asked.filter((each) => each.group === group).map(({ options }) => options);
      return [group, together([filters[group], ...named].filter(({ length }) => length > 0))];
    }),
  );
  return { ...filters, ...all };
}

/**
 * What several wishes about one group come to: "free", with Medi-Cal ticked, is Medi-Cal. Where no wish holds another in
 * it, all their options.
 */
function together(wishes: readonly (readonly string[])[]): readonly string[] {
  const narrowest = wishes.find((wish) => wishes.every((other) => wish.every((option) => other.includes(option))));
  return narrowest ?? [...new Set(wishes.flat())];
}

/** Whether a typed text leaves any place out: for each of these the search has a condition. */
export function narrows(text: Omit<SoughtText, "near" | "asksOthers">): boolean {
  const { document, nameBegins, nameIs, asked, services, alone } = text;
  return (
    [document, nameBegins, nameIs].some((each) => each !== null) ||
    [asked, services, alone].some((each) => each.length > 0)
  );
}

/** Where distances begin: where the field says, or else where the text says. */
export function startOf(filters: ListingFilters, { near }: Pick<SoughtText, "near">): Start | null {
  return nearOf(filters)?.start ?? near?.start ?? null;
}

/** How the field "near" was read; null when it is empty. */
export function nearOf({ near }: Pick<ListingFilters, "near">): NearReading | null {
  return near === null ? null : readNear(near);
}

/**
 * What a search hands on to whatever leads from it to other places: the options that were asked for, ticked or typed, and
 * where from, by its own name; not its other words, its order and its page.
 */
export function handedOn(filters: ListingFilters, text: Pick<SoughtText, "asked" | "near">): ListingFilters {
  const near = startOf(filters, text)?.name ?? null;
  return { ...askedOf(filters, text), near, text: "", words: null, sort: null, after: null };
}

/** What was handed on to the page with these parameters; a part that cannot be read is left out. */
export function askedIn(params: SearchParams): ListingFilters {
  return handedOn(parseFilters(params).filters, NO_TEXT);
}

/** How a page about a choice reads where distances begin: as the search does. Null when its URL does not say. */
export function nearIn(params: SearchParams): NearReading | null {
  return nearOf(parseFilters(params).filters);
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
export function canBeUnknown(filters: ListingFilters, text: Pick<SoughtText, "asked">): boolean {
  const asked = askedOf(filters, text);
  return ANSWER_GROUPS.some((group) => asked[group].length > 0);
}
