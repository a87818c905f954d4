// Which places fit what a person needs, and why. Several needs of one group mean any of them, and a place that says no
// to a whole group does not fit. The places that fit are ordered by how many groups they answer with a yes, then by
// distance in steps of ten miles, then by rank; those that do not treat opioid use disorder come after all others.

import { decidingFact } from "@/lib/facts/deciding-fact";
import type { Fact, FactValue } from "@/lib/facts/facts";
import type { FactGroup } from "@/lib/facts/filter-options";
import { codesOf } from "@/lib/facts/filter-labels";
import { treatsOpioids } from "@/lib/facts/treats-opioids";
import { milesBetween, type Coordinates } from "@/lib/shared/geo";
import { partsOf, type Need } from "./needs";

export const SUGGESTIONS = 8;
const MILES_STEP = 10;

export interface Candidate {
  name: string;
  slug: string;
  facts: ReadonlyMap<string, Fact>;
  position: Coordinates | null;
  /** The place's in the newest edition's order; null when it is not ranked. */
  order: number | null;
}

export interface NeedAnswer {
  need: Need;
  fact: Fact;
}

export interface Fit {
  /** One for each need, in their order. */
  answers: NeedAnswer[];
  /** Along a straight line; null when a position is missing. */
  miles: number | null;
  /** Groups of needs that are answered with a no. */
  refused: number;
  /** Groups of needs that nobody answered for the place. */
  unsaid: number;
}

/** How a place answers the needs. */
export function fitOf(place: Candidate, needs: readonly Need[], near: Coordinates | null): Fit {
  const answers = needs.map((need) => {
    const { group, option } = partsOf(need);
    return { need, fact: decidingFact(place.facts, codesOf(group, option)) };
  });
  const groups = new Map<FactGroup, FactValue[]>();
  for (const { need, fact } of answers) {
    const { group } = partsOf(need);
    groups.set(group, [...(groups.get(group) ?? []), fact.value]);
  }
  const values = [...groups.values()].map(anyOf);
  return {
    answers,
    miles: near && place.position && milesBetween(near, place.position),
    refused: values.filter((value) => value === "no").length,
    unsaid: values.filter((value) => value === "unknown").length,
  };
}

/** A yes decides; without an answer it may still be a yes. */
function anyOf(values: readonly FactValue[]): FactValue {
  if (values.includes("yes")) return "yes";
  return values.includes("unknown") ? "unknown" : "no";
}

/** The places with how they fit, the best first. */
export function orderByFit<Listing extends Candidate>(
  places: readonly Listing[],
  needs: readonly Need[],
  near: Coordinates | null,
): { place: Listing; fit: Fit }[] {
  return places
    .map((place) => ({ place, fit: fitOf(place, needs, near) }))
    .sort((a, b) => compareKeys(keyOf(a), keyOf(b)) || compareNames(a.place, b.place));
}

function keyOf({ place, fit }: { place: Candidate; fit: Fit }): number[] {
  const step = fit.miles === null ? Infinity : Math.floor(fit.miles / MILES_STEP);
  return [treatsOpioids(place.facts) ? 0 : 1, fit.refused, fit.unsaid, step, place.order ?? Infinity];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

function compareNames(a: Candidate, b: Candidate): number {
  return a.name.localeCompare(b.name, "en") || a.slug.localeCompare(b.slug, "en");
}
