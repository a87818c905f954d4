// Picks by what people need: for each need the first open programs of the edition that meet it. The order is the
// edition's alone, and what a place meets is what the search finds it by, so a shelf and its search agree. A place that is
// only for veterans, or for another group alone, stands on none: most people who read a shelf would be turned away.

import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import { isForGroupAlone } from "@/lib/facts/who-can-go";
import { optionKey } from "@/lib/search/entry";
import { NO_FILTERS, withFilters, type Choices, type ListingFilters } from "@/lib/search/filters";
import type { RankedProgram } from "./types";

/**
 * In printed order. The options are the search's own; messages/ rankings.shelves has words for each. Who gives a medication
 * is asked apart from who takes people on one from elsewhere: only an opioid treatment program gives methadone day by day.
 */
export const SHELVES = [
  { name: "methadone", asks: { medication: ["methadone"], keeping: ["on-methadone"] } },
  { name: "buprenorphine", asks: { medication: ["buprenorphine"], keeping: ["on-buprenorphine"] } },
  { name: "medi-cal", asks: { payment: ["medi-cal"] } },
  { name: "children-stay", asks: { access: ["children-stay"] } },
  { name: "pregnant", asks: { population: ["pregnant"] } },
  { name: "spanish", asks: { language: ["spanish"] } },
  { name: "residential", asks: { level: ["residential"] } },
  { name: "mental-health", asks: { population: ["mental-health"] } },
] as const satisfies readonly { name: string; asks: Partial<Choices> }[];
export type ShelfNeed = (typeof SHELVES)[number];

/** Beside who gives a medication: who lets people stay on what somebody else prescribes. */
export const FROM_ELSEWHERE = withFilters(NO_FILTERS, { keeping: ["from-elsewhere"] });

/** A choice: fewer are none, and more are a list. */
export const ON_SHELF = 3;

export interface Shelf<Entry> {
  need: ShelfNeed;
  /** ON_SHELF of them, in the edition's order. */
  entries: Entry[];
}

type Shelvable = Pick<RankedProgram, "listing" | "members" | "who">;

/**
 * Without shelves that too few programs could stand on.
 * @param entries in the edition's order
 * @param answers the options that each open listing says yes to, by slug (listOpenAnswers)
 */
export function shelvesOf<Entry extends Shelvable>(
  entries: readonly Entry[],
  answers: ReadonlyMap<string, readonly string[]>,
): Shelf<Entry>[] {
  const open = entries.filter(({ listing, who }) => listing.presence === "open" && !isForGroupAlone(who));
  const shelves = SHELVES.map((need) => {
    const fitting = open.filter((entry) => meets(entry, need, answers));
    return { need, entries: fitting.slice(0, ON_SHELF) };
  });
  return shelves.filter((shelf) => shelf.entries.length === ON_SHELF);
}

/** Whether all its open addresses do: a person may go to any of them. */
function meets({ members }: Shelvable, need: ShelfNeed, answers: ReadonlyMap<string, readonly string[]>) {
  const open = members.filter(({ listing }) => listing.presence === "open");
  const keys = shelfKeys(need);
  return open.length > 0 && open.every(({ listing }) => keys.every((key) => answers.get(listing.slug)?.includes(key)));
}

/** What a place on it says yes to, all of it. */
export function shelfKeys({ asks }: ShelfNeed): string[] {
  return FILTER_GROUPS.flatMap((group) => {
    const options: Partial<Choices> = asks;
    return (options[group] ?? []).map((option) => optionKey(group, option));
  });
}

/** The search for all places that meet a need, ranked or not. */
export function shelfFilters({ asks }: ShelfNeed): ListingFilters {
  return withFilters(NO_FILTERS, asks);
}
