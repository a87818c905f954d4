import { nearestArea } from "@/lib/search/gazetteer";
import type { LocatedListing } from "./types";

type Located = Pick<LocatedListing, "city" | "position">;

/** A city too wide for its name to say where its places are. */
const WIDE = "Los Angeles";
const MAX_NAMES = 2;

/** What people call the part of the county that a place is in: its city, and in Los Angeles the nearest neighborhood. */
export function surroundingOf({ city, position }: Located): string {
  return city === WIDE ? nearestArea(position) : city;
}

/** The surroundings that most of these places have; of equal ones the first in the alphabet. */
export function mainSurroundings(places: readonly Located[]): string[] {
  const counts = new Map<string, number>();
  for (const name of places.map(surroundingOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, others]) => others - many || (a < b ? -1 : 1))
    .slice(0, MAX_NAMES)
    .map(([name]) => name);
}
