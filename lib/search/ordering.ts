// In which order a search's places come, and where a page of them begins.

import type { Coordinates } from "@/lib/shared/geo";
import type { ListingFilters } from "./filters";
import type { Cursor } from "./search-cursor";

/** Miles; within each circle comes the rank, and the nearer circle first, so that nobody is sent far for a better place. */
export const RINGS_MILES = [2, 5, 10, 15, 25] as const;
/** So many fitting places are a choice, and a page: no wider circle is looked through. */
export const ENOUGH = 20;

/** `best` is by rank within each of the `rings` in turn, in miles, then the nearest beyond the last. */
export type Ordering =
  | { sort: "rank" | "name"; near: Coordinates | null; cursor: Cursor | null }
  | { sort: "distance"; near: Coordinates; cursor: Cursor | null }
  | { sort: "best"; near: Coordinates; rings: readonly number[]; cursor: Cursor | null };

/**
 * The order asked for, as far as there is something to order by; a cursor made in another order begins anew.
 * @param rings within which the best fitting are chosen, in miles
 */
export function orderingOf(
  { sort, after }: Pick<ListingFilters, "sort" | "after">,
  near: Coordinates | null,
  rings: readonly number[] | null,
): Ordering {
  const cursorIn = (order: Ordering["sort"]) => (after?.sort === order ? after : null);
  if (sort === "distance" && near) return { sort, near, cursor: cursorIn(sort) };
  if (sort === "name") return { sort, near, cursor: cursorIn(sort) };
  if (near && rings) return { sort: "best", near, rings, cursor: cursorIn("best") };
  return { sort: "rank", near, cursor: cursorIn("rank") };
}

/**
 * The rings for the best fitting, the narrowest first: the first holds all of the place that was named, the last enough of
 * them. Methadone is given daily, and of its few programs the nearest count: a ring with one of them is a ring.
 * @param reach miles from the start to the farthest part of that place
 * @param nearest miles to the nearest fitting places, at most ENOUGH
 */
export function ringsFor(reach: number, nearest: readonly number[]): number[] {
  const last = nearest.length < ENOUGH ? Infinity : nearest[ENOUGH - 1]!;
  const widest = RINGS_MILES.find((miles) => miles >= Math.max(reach, last)) ?? RINGS_MILES.at(-1)!;
  return RINGS_MILES.filter((miles) => (miles >= reach || miles === widest) && miles <= widest);
}
