import type { EditionEntry } from "./ranking-edition";
import { compareAtEqualScore } from "./order";
import { randomStream } from "./random";
import { TOTAL_WEIGHT, type RankingMethod, type StabilityFigures } from "./schema";
import { priorOf, roundScore, scoreOf, type Tally } from "./score";

const RUNS = 1000;
/** Each weight is multiplied by a factor from 1 − SPREAD to 1 + SPREAD, with equal probability. */
const SPREAD = 0.5;
/** The sizes of the top lists that a reader may take for the best places. */
const TOPS = [10, 25];
/** Nine runs of ten lie between these two shares of the runs. */
const USUAL = { from: 0.05, to: 0.95 };

/** The ranks a place took over the runs; 1 is best. Usual: without the best and the worst twentieth of the runs. */
export interface RankRange {
  best: number;
  usualBest: number;
  usualWorst: number;
  worst: number;
}

export interface StabilityTest extends StabilityFigures {
  /** In the order of the entries. */
  ranges: RankRange[];
}

interface Run {
  /** Index into the entries, in the order of this run. */
  order: number[];
  /** Per entry. */
  ranks: number[];
}

/**
 * Ranks the same places again and again under other weights: how much of the order depends on the method's choice of
 * weights? Each run varies every criterion's weight on its own, scales them to sum to TOTAL_WEIGHT again, and computes
 * typical rate, scores and ranks by the published rules; the gates stay.
 * @param entries in printed order
 * @param checksum of the edition, hex: it is the seed, so that nobody can choose one
 */
export function testStability(
  method: RankingMethod,
  entries: readonly EditionEntry[],
  checksum: string,
): StabilityTest {
  const random = randomStream(checksum);
  const weights = method.groups.flatMap(({ criteria }) => criteria.map(({ points }) => points));
  const tieOrder = tieOrderOf(entries);
  const sizes = TOPS.filter((size) => size < entries.length);
  const tops = sizes.map((size) => ({ size, kept: Array<number>(size + 1).fill(0) }));
  const taken = entries.map(() => new Uint32Array(RUNS));
  for (let at = 0; at < RUNS; at++) {
    const { order, ranks } = runWith(varied(weights, random), method, entries, tieOrder);
    ranks.forEach((rank, index) => (taken[index]![at] = rank));
    for (const { size, kept } of tops) kept[order.slice(0, size).filter((index) => index < size).length]! += 1;
  }
  return { runs: RUNS, spread: SPREAD, tops, ranges: taken.map(rangeOf) };
}

/** How many of a top stay in it, on average over the runs. */
export function meanKept({ kept }: StabilityFigures["tops"][number]): number {
  const runs = kept.reduce((sum, count) => sum + count, 0);
  return kept.reduce((sum, count, stayed) => sum + count * stayed, 0) / runs;
}

function varied(weights: readonly number[], random: () => number): number[] {
  const drawn = weights.map((weight) => weight * (1 - SPREAD + 2 * SPREAD * random()));
  const sum = drawn.reduce((total, weight) => total + weight, 0);
  return drawn.map((weight) => (weight * TOTAL_WEIGHT) / sum);
}

function runWith(
  weights: readonly number[],
  method: RankingMethod,
  entries: readonly EditionEntry[],
  tieOrder: readonly number[],
): Run {
  const tallies = entries.map(({ criteria }) => tallyWith(weights, criteria));
  const prior = priorOf(tallies, method.constants.priorPercentile);
  const scores = tallies.map((tally) => scoreOf(tally, prior));
  const rounded = scores.map(({ score }) => roundScore(score));
  const order = entries
    .map((_, index) => index)
    .sort(
      (a, b) => rounded[b]! - rounded[a]! || scores[b]!.coverage - scores[a]!.coverage || tieOrder[a]! - tieOrder[b]!,
    );
  const ranks = Array<number>(entries.length);
  order.forEach((index, at) => {
    const before = order[at - 1];
    ranks[index] = before !== undefined && rounded[before] === rounded[index] ? ranks[before]! : at + 1;
  });
  return { order, ranks };
}

/** As `tallyOf`, with other weights than the criteria carry. */
function tallyWith(weights: readonly number[], criteria: EditionEntry["criteria"]): Tally {
  const tally = { known: 0, yes: 0 };
  criteria.forEach(({ value }, index) => {
    if (value !== "unknown") tally.known += weights[index]!;
    if (value === "yes") tally.yes += weights[index]!;
  });
  return tally;
}

/** The order of the entries by everything except weights. */
function tieOrderOf(entries: readonly EditionEntry[]): number[] {
  const fixed = entries.map(({ name, unit, slug, newestCheck }, index) => ({ index, name, unit, slug, newestCheck }));
  const places = Array<number>(entries.length);
  fixed.sort(compareAtEqualScore).forEach(({ index }, place) => (places[index] = place));
  return places;
}

function rangeOf(ranks: Uint32Array): RankRange {
  const sorted = ranks.toSorted();
  // The nearest-rank percentile: the smallest rank that at least this share of the runs does not exceed.
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!;
  return { best: sorted[0]!, usualBest: at(USUAL.from), usualWorst: at(USUAL.to), worst: sorted.at(-1)! };
}
