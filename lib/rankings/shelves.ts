// Picks by what people need: for each need the first open programs of the edition that meet it. The order is the
// edition's alone, and what a place meets is what the search finds it by, so a shelf and its search agree.

import type { FilterGroup, FilterOption } from "@/lib/facts/filter-options";
import { optionKey } from "@/lib/search/entry";
import { NO_FILTERS, withFilters, type ListingFilters } from "@/lib/search/filters";
import type { RankedProgram } from "./types";

/** In printed order. The options are the search's own; messages/ rankings.shelves has words for each. */
export const SHELVES = [
  { group: "keeping", option: "on-methadone" },
  { group: "keeping", option: "on-buprenorphine" },
  { group: "payment", option: "medi-cal" },
  { group: "access", option: "children-stay" },
  { group: "population", option: "pregnant" },
  { group: "language", option: "spanish" },
  { group: "level", option: "residential" },
  { group: "population", option: "mental-health" },
] as const satisfies readonly { group: FilterGroup; option: FilterOption }[];
export type ShelfNeed = (typeof SHELVES)[number];

/** A choice: fewer are none, and more are a list. */
export const ON_SHELF = 3;

export interface Shelf<Entry> {
  need: ShelfNeed;
  /** ON_SHELF of them, in the edition's order. */
  entries: Entry[];
}

type Shelvable = Pick<RankedProgram, "listing" | "members">;

/**
 * Without shelves that too few programs could stand on.
 * @param entries in the edition's order
 * @param answers the options that each open listing says yes to, by slug (listOpenAnswers)
 */
export function shelvesOf<Entry extends Shelvable>(
  entries: readonly Entry[],
  answers: ReadonlyMap<string, readonly string[]>,
): Shelf<Entry>[] {
  const open = entries.filter(({ listing }) => listing.presence === "open");
  const shelves = SHELVES.map((need) => {
    const fitting = open.filter((entry) => meets(entry, need, answers));
    return { need, entries: fitting.slice(0, ON_SHELF) };
  });
  return shelves.filter((shelf) => shelf.entries.length === ON_SHELF);
}

/** Whether all its open addresses do: a person may go to any of them. */
function meets({ members }: Shelvable, { group, option }: ShelfNeed, answers: ReadonlyMap<string, readonly string[]>) {
  const open = members.filter(({ listing }) => listing.presence === "open");
  const key = optionKey(group, option);
  return open.length > 0 && open.every(({ listing }) => answers.get(listing.slug)?.includes(key) ?? false);
}

/** The search for all places that meet a need, ranked or not. */
export function shelfFilters({ group, option }: ShelfNeed): ListingFilters {
  return withFilters(NO_FILTERS, { [group]: [option] });
}
