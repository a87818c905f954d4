// What a search without results can let go of, and in which order.

import type { FilterGroup } from "@/lib/facts/filter-options";
import { withFilters, type ListingFilters } from "./filters";
import type { Relaxation } from "./types";

type Parts = Relaxation["without"];

/**
 * How badly a person needs each part. Without their medication, their language or a place that takes them at all a door
 * is the wrong one; whoever cannot pay is sent away. To hear that nobody said it is better than to let go of it.
 */
const NEEDED: Record<FilterGroup | "text" | "unknown", number> = {
  text: 0,
  kind: 0,
  level: 0,
  access: 0,
  unknown: 1,
  population: 2,
  people: 2,
  language: 2,
  medication: 2,
  keeping: 2,
  payment: 3,
};

/** What comes later in the list: the part that is needed most decides. */
export function neededBy(parts: Parts): number {
  return Math.max(...parts.map((part) => NEEDED[part]));
}

/** The search from its first page, without these parts. */
export function relaxed(filters: ListingFilters, parts: Parts): ListingFilters {
  return parts.reduce<ListingFilters>((rest, part) => {
    if (part === "unknown") return withFilters(rest, { includeUnknown: true });
    return withFilters(rest, part === "text" ? { text: "" } : { [part]: [] });
  }, filters);
}
