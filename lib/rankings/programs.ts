// What is ranked: programs, not doors. One program in twelve houses has one rank.

import { factOf, type Fact } from "@/lib/facts/facts";
import { milesBetween } from "@/lib/shared/geo";
import type { CriterionResult, RankingInput, RankingMethod } from "./schema";

/** A listing that passes every gate. */
export interface Candidate {
  input: Pick<RankingInput, "operator" | "phone" | "kind" | "position">;
  facts: ReadonlyMap<string, Fact>;
}

/**
 * Which listings are one program: the same operator, main phone and kind, the same answers about who may come, and no
 * two addresses farther apart than the method says. The nearest two become one first, so chains of houses do not grow
 * across a city. A listing of which operator, phone or position is not known is a program of its own.
 * @param candidates in an order of their own that does not depend on the database: it settles equal distances
 * @returns each program's listings in the given order; programs in the order of their first listings
 */
export function groupPrograms<Listing extends Candidate>(
  { withinMiles, sameAnswers }: RankingMethod["programs"],
  candidates: readonly Listing[],
): Listing[][] {
  const alike = new Map<string, Listing[]>();
  candidates.forEach((candidate, index) => {
    const { operator, phone, kind, position } = candidate.input;
    const who = sameAnswers.map((code) => factOf(candidate.facts, code).value);
    const key = operator && phone && position ? [operator, phone, kind, ...who].join("|") : String(index);
    alike.set(key, [...(alike.get(key) ?? []), candidate]);
  });
  const place = new Map(candidates.map((candidate, index) => [candidate, index]));
  return [...alike.values()]
    .flatMap((listings) => nearOnes(listings, withinMiles))
    .sort(([a], [b]) => (place.get(a!) ?? 0) - (place.get(b!) ?? 0))
    .map((program) => program.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
}

/** Joins the two groups whose farthest addresses are nearest, again and again. */
function nearOnes<Listing extends Candidate>(listings: readonly Listing[], withinMiles: number): Listing[][] {
  const groups = listings.map((listing) => [listing]);
  for (;;) {
    let nearest = { miles: Infinity, into: -1, from: -1 };
    for (const [into, one] of groups.entries())
      for (const [from, other] of groups.entries()) {
        if (from <= into) continue;
        const miles = farthest(one, other);
        if (miles <= withinMiles && miles < nearest.miles) nearest = { miles, into, from };
      }
    if (nearest.into < 0) return groups;
    groups[nearest.into]!.push(...(groups.splice(nearest.from, 1)[0] ?? []));
  }
}

function farthest(one: readonly Candidate[], other: readonly Candidate[]): number {
  const miles = one.flatMap(({ input: { position: a } }) =>
    other.map(({ input: { position: b } }) => (a && b ? milesBetween(a, b) : Infinity)),
  );
  return Math.max(...miles);
}

/**
 * What a program answers: what all its addresses answer. Where they differ it is not known of the program, and marked.
 * @param answers every criterion of each address, in the method's order
 */
export function programCriteria(answers: readonly (readonly CriterionResult[])[]): CriterionResult[] {
  const [first = []] = answers;
  return first.map((_, index) => together(answers.map((each) => each[index]!)));
}

/** An answer that all give is as old as the oldest of theirs. */
function together(answers: readonly CriterionResult[]): CriterionResult {
  const [first, ...others] = answers.toSorted((a, b) => (a.asOf ?? "").localeCompare(b.asOf ?? ""));
  if (others.every(({ value }) => value === first!.value)) return first!;
  const { key, maximum } = first!;
  return { key, value: "unknown", differs: true, points: 0, maximum, source: null, asOf: null, asOfPrecision: null };
}
