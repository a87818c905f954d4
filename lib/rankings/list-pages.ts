// Long lists are cut into pages of their own, so that a phone on a slow line can load each.

import { pageCountOf } from "@/lib/shared/page-count";

/** Programs on a page of a ranked list. */
export const PROGRAMS_PER_PAGE = 25;
/** Places on a page of what is not ranked: one line each. */
export const NOT_RANKED_PER_PAGE = 100;

/** One page of a list. `from` and `to` count the entries of the whole list from 1; both are 0 in an empty one. */
export interface ListPart<Entry> {
  page: number;
  pageCount: number;
  from: number;
  to: number;
  total: number;
  entries: Entry[];
}

/** Which page the entry at an index (0-based) stands on. */
export function pageAt(index: number, size: number): number {
  return Math.floor(index / size) + 1;
}

/**
 * A page of a list, in the list's order; null past its end.
 * @param page from 1; null, which names no page, has none
 */
export function partOf<Entry>(list: readonly Entry[], page: number | null, size: number): ListPart<Entry> | null {
  const total = list.length;
  const pageCount = pageCountOf(total, size);
  if (page === null || page < 1 || page > pageCount) return null;
  const start = (page - 1) * size;
  const entries = list.slice(start, start + size);
  return { page, pageCount, from: Math.min(start + 1, total), to: start + entries.length, total, entries };
}
