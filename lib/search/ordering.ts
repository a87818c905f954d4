// In which order a search's places come, and where a page of them begins.

import type { Coordinates } from "@/lib/shared/geo";
import type { ListingFilters } from "./filters";
import type { Cursor } from "./search-cursor";

/** Miles; we take the first circle that holds enough, so that nobody is sent far for a better place. */
export const RINGS_MILES = [5, 10, 15, 25] as const;
/** So many fitting places are a choice. Methadone is given daily: of its few programs the nearest count. */
export const ENOUGH = 5;

/** `best` is by rank within a ring of `miles`, then the nearest beyond it. */
export type Ordering =
  | { sort: "rank" | "name"; near: Coordinates | null; cursor: Cursor | null }
  | { sort: "distance"; near: Coordinates; cursor: Cursor | null }
  | { sort: "best"; near: Coordinates; miles: number; cursor: Cursor | null };

/**
 * The order asked for, as far as there is something to order by; a cursor made in another order begins anew.
 * @param miles of the ring that the best fitting are chosen within
 */
export function orderingOf(
  { sort, after }: Pick<ListingFilters, "sort" | "after">,
  near: Coordinates | null,
  miles: number | null,
): Ordering {
  const cursorIn = (order: Ordering["sort"]) => (after?.sort === order ? after : null);
  if (sort === "distance" && near) return { sort, near, cursor: cursorIn(sort) };
  if (sort === "name") return { sort, near, cursor: cursorIn(sort) };
  if (near && miles !== null) return { sort: "best", near, miles, cursor: cursorIn("best") };
  return { sort: "rank", near, cursor: cursorIn("rank") };
}

/**
 * The ring for the best fitting: the smallest that holds enough of them and all of the place that was named.
 * @param reach miles from the start to the farthest part of that place
 * @param nearest miles to the nearest fitting places, at most ENOUGH
 */
export function ringFor(reach: number, nearest: readonly number[]): number {
  const last = nearest.length < ENOUGH ? Infinity : nearest[ENOUGH - 1]!;
  return RINGS_MILES.find((miles) => miles >= Math.max(reach, last)) ?? RINGS_MILES.at(-1)!;
}
