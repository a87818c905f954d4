// A reader's own weights: the published formula over the published answers, with other weights of the groups. Pure and
// without the method's schema, because it runs in the reader's browser
// (docs/decisions/0013-own-weights-and-open-numbers.md).

import { orderEntries, type Orderable, type Ordered } from "./order";
import type { CriterionResult } from "./schema";
import { priorOf, scoreOf, type Score, type Tally } from "./score";
import { TOTAL_WEIGHT } from "./total-weight";

/** The part of a method that weighing needs. */
export interface Scale {
  /** 0–100; see the method's constants. */
  priorPercentile: number;
  /** In the method's order, each with the points of its criteria in theirs. */
  groups: { key: string; points: number[] }[];
}

/** Per group, in the scale's order: a whole number from 0 to MAX_WEIGHT. Only their proportion counts. */
export type Weights = readonly number[];

export const MAX_WEIGHT = 100;

/** One listing: its identity, and its answer to each criterion in the scale's order. */
export interface Weighable extends Pick<Orderable, "name" | "unit" | "slug" | "newestCheck"> {
  answers: readonly CriterionResult["value"][];
}

/** In printed order; scores are unrounded, on 0–100. */
export type Weighed<Listing> = Ordered<Listing & Score>;

/** The method's own weights: each group counts its points. */
export function editorialWeights(scale: Scale): number[] {
  return scale.groups.map(({ points }) => sum(points));
}

/** The share of the whole (0–1) that a group has; 0 when nothing counts. */
export function shareOf(weights: Weights, index: number): number {
  const whole = sum(weights);
  return whole === 0 ? 0 : (weights[index] ?? 0) / whole;
}

/**
 * Ranks the places by other weights. Each criterion's points are multiplied so that its group counts its weight, and
 * the sum is scaled to 100 again. Then the published formula follows, with the typical rate of these places. With the
 * editorial weights it gives the editorial scores and order, to the last digit.
 * @returns null when every weight is 0: nothing is left to rank by
 */
export function weigh<Listing extends Weighable>(
  scale: Scale,
  weights: Weights,
  places: readonly Listing[],
): Weighed<Listing>[] | null {
  if (sum(weights) === 0) return null;
  const units = unitsOf(scale, weights);
  const tallies = places.map(({ answers }) => tallyOf(units, answers));
  const prior = priorOf(tallies, scale.priorPercentile);
  const whole = sum(units);
  const inPoints = (amount: number) => (amount * TOTAL_WEIGHT) / whole;
  return orderEntries(
    places.map((place, index) => {
      const { known, yes } = tallies[index] ?? { known: 0, yes: 0 };
      return { ...place, ...scoreOf({ known: inPoints(known), yes: inPoints(yes) }, prior) };
    }),
  );
}

/**
 * What each criterion counts, in whole units: for equal proportions a quotient of whole numbers always rounds in the
 * same way, and sums of fractions would not.
 */
function unitsOf({ groups }: Scale, weights: Weights): number[] {
  const multiple = groups.map(({ points }) => sum(points)).reduce(leastCommonMultiple, 1);
  return groups.flatMap(({ points }, index) => {
    const unit = (weights[index] ?? 0) * (multiple / sum(points));
    return points.map((each) => each * unit);
  });
}

function tallyOf(units: readonly number[], answers: Weighable["answers"]): Tally {
  let [known, yes] = [0, 0];
  units.forEach((unit, index) => {
    const answer = answers[index] ?? "unknown";
    if (answer !== "unknown") known += unit;
    if (answer === "yes") yes += unit;
  });
  return { known, yes };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b;
}
