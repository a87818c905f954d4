import type { MapListing } from "./types";

/** A listing with its label, in its marker and in the list. */
export type Labeled<Listing> = Listing & { label: string };

/**
 * Whether a place is a small dot without a label. So many places are known from the state's list alone that labels for
 * all would leave nothing of a map to read.
 */
export function isDot({ fromStateList, rank }: Pick<MapListing, "fromStateList" | "rank">): boolean {
  return fromStateList && rank === null;
}

/**
 * Gives each listing of an area its label, in the order of the list. Ranked ones have their rank (equal scores share
 * it); the others, by name, have a letter. Those that do not treat opioid use disorder come last.
 */
export function labelListings<Listing extends MapListing>(places: readonly Listing[]): Labeled<Listing>[] {
  const ranked = places.filter(({ rank }) => rank !== null).sort((a, b) => a.rank! - b.rank! || byName(a, b));
  const others = places.filter(({ rank }) => rank === null).sort((a, b) => lastOf(a) - lastOf(b) || byName(a, b));
  return [
    ...ranked.map((place) => ({ ...place, label: String(place.rank) })),
    ...others.map((place, index) => ({ ...place, label: letters(index) })),
  ];
}

/** 0 → "a", 25 → "z", 26 → "aa". */
export function letters(index: number): string {
  const rest = String.fromCodePoint(97 + (index % 26));
  return index < 26 ? rest : letters(Math.floor(index / 26) - 1) + rest;
}

/** 1 for a place that comes after all others. */
export const lastOf = ({ treatsOpioids }: Pick<MapListing, "treatsOpioids">) => (treatsOpioids ? 0 : 1);

export const byName = (a: MapListing, b: MapListing) =>
  a.name.localeCompare(b.name, "en") || a.slug.localeCompare(b.slug, "en");
