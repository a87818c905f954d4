import type { CriterionResult } from "./schema";
import { TOTAL_WEIGHT } from "./total-weight";

/** Points of what is known and of what is a yes, out of TOTAL_WEIGHT. */
export interface Tally {
  known: number;
  yes: number;
}

/** On 0–100. `low` and `high` are the score if every unknown turned out no, or yes. */
export interface Score {
  score: number;
  low: number;
  high: number;
  /** Known weight over all weight, 0–1. */
  coverage: number;
}

/** How the printed score is computed, in whole points: `won` of every row and `unknown.counted` add up to `total`. */
export interface Breakdown {
  rows: (CriterionResult & { won: number; missed: number })[];
  /** What is not known, `maximum` points in all, counted at the typical `rate` (0–1). */
  unknown: { maximum: number; rate: number; counted: number };
  total: number;
}

export function tallyOf(criteria: readonly Pick<CriterionResult, "value" | "maximum">[]): Tally {
  const sum = (values: readonly string[]) =>
    criteria.reduce((total, { value, maximum }) => total + (values.includes(value) ? maximum : 0), 0);
  return { known: sum(["yes", "no"]), yes: sum(["yes"]) };
}

export function coverageOf({ known }: Tally): number {
  return known / TOTAL_WEIGHT;
}

/**
 * The published formula 100 × [c × Y/K + (1 − c) × P] with c = K/W: since W is 100, it is Y + (W − K) × P, the points
 * won plus the unknown points at the prior rate P (0–1).
 */
export function scoreOf(tally: Tally, prior: number): Score {
  const unknown = TOTAL_WEIGHT - tally.known;
  return {
    score: tally.yes + unknown * prior,
    low: tally.yes,
    high: tally.yes + unknown,
    coverage: coverageOf(tally),
  };
}

/** As printed and ranked: whole points. */
export function roundScore(score: number): number {
  return Math.round(score);
}

/**
 * P: the given percentile (0–100) of yes over known among the ranked peers, linear between the two nearest.
 * 0 without peers.
 */
export function priorOf(peers: readonly Tally[], percentile: number): number {
  const shares = peers.map(({ yes, known }) => (known === 0 ? 0 : yes / known)).sort((a, b) => a - b);
  const place = ((shares.length - 1) * percentile) / 100;
  const below = shares[Math.floor(place)] ?? 0;
  const above = shares[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** Why this score: every criterion's points won and missed, and the part for what is not known. */
export function explainScore(criteria: readonly CriterionResult[], prior: number): Breakdown {
  const tally = tallyOf(criteria);
  const rows = criteria.map((each) => ({
    ...each,
    won: each.points,
    missed: each.value === "no" ? each.maximum : 0,
  }));
  const total = roundScore(scoreOf(tally, prior).score);
  // Points are whole, so rounding only changes this part.
  return { rows, unknown: { maximum: TOTAL_WEIGHT - tally.known, rate: prior, counted: total - tally.yes }, total };
}
