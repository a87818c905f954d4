import type { MapListing } from "./types";

/** A listing with its number: the same on the map and in the list beside it. */
export type Numbered<Listing> = Listing & { number: number };

/** After every rank. */
const UNRANKED = Number.MAX_SAFE_INTEGER;

type Ordered = Pick<MapListing, "slug" | "name" | "rank" | "treatsOpioids" | "fromStateList">;

/**
 * The order of a map's list: by rank; then those without one that the survey or staff know, then those that only the
 * state's list names, each by name. Of those without a rank, those that do not treat opioid use disorder come last.
 */
export function inListOrder<Listing extends Ordered>(places: readonly Listing[]): Listing[] {
  return [...places].sort((a, b) => {
    if (a.rank !== null || b.rank !== null) return (a.rank ?? UNRANKED) - (b.rank ?? UNRANKED) || byName(a, b);
    return lastOf(a) - lastOf(b) || byName(a, b);
  });
}

/** @param before how many have a number already */
export function numberedFrom<Listing>(before: number, places: readonly Listing[]): Numbered<Listing>[] {
  return places.map((place, index) => ({ ...place, number: before + index + 1 }));
}

const lastOf = ({ treatsOpioids, fromStateList }: Ordered) => (treatsOpioids ? 0 : 2) + (fromStateList ? 1 : 0);

const byName = (a: Ordered, b: Ordered) => a.name.localeCompare(b.name, "en") || a.slug.localeCompare(b.slug, "en");
