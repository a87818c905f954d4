// Times of two different answers say nothing, so both answers are compared before anything is timed.

import { FILTER_GROUPS, optionsOf } from "@/lib/facts/filter-options";
import { PAGE_SIZE, type ListingFilters } from "@/lib/search/filters";
import { MAX_COUNTED } from "@/lib/search/conditions-sql";
import type { Count, Facets, SearchResult } from "@/lib/search/types";
import type { AnswerByHand } from "./search-by-hand";

/**
 * Nothing when the same places come in the same order with the same counts.
 * @throws when they differ, with what differs
 */
export function requireSameAnswer(
  name: string,
  filters: ListingFilters,
  { hits, facets }: Pick<SearchResult, "hits"> & { facets: Facets },
  { slugs, counts }: AnswerByHand,
): void {
  same(
    `${name}: places`,
    hits.map(({ slug }) => slug),
    slugs.slice(0, PAGE_SIZE),
  );
  const size = (set: string) => counts.get(set) ?? 0;
  same(`${name}: total`, facets.total, capped(size("all")));
  if (facets.withUnknown) same(`${name}: with unknown`, facets.withUnknown, capped(size("unknown")));
  for (const group of FILTER_GROUPS) {
    const set = filters[group].length > 0 ? group : "all";
    const isAtLeast = Math.max(size("all"), size(set)) > MAX_COUNTED;
    for (const option of optionsOf(group)) {
      const own = facets.options[group].get(option);
      const value = counts.get(`${set} ${group}:${option}`) ?? 0;
      // Which of too many are counted is up to the database.
      same(`${name}: ${group} ${option}`, own, { value: isAtLeast ? (own?.value ?? 0) : value, isAtLeast });
    }
  }
}

function capped(size: number): Count {
  return { value: Math.min(size, MAX_COUNTED), isAtLeast: size > MAX_COUNTED };
}

function same(what: string, own: unknown, byHand: unknown): void {
  const [one, other] = [own, byHand].map((each) => JSON.stringify(each));
  if (one !== other) throw new Error(`${what} differ: the site says ${one}, by hand it is ${other}`);
}
