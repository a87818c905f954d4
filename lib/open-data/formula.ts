import type { RankingMethod } from "@/lib/rankings/schema";
import { TOTAL_WEIGHT } from "@/lib/rankings/total-weight";

/** How a reader of the open numbers recomputes them, in words; tests/integration/open-data.test.ts does only this. */
export function formulaText({ constants }: Pick<RankingMethod, "constants">): string {
  return [
    `W = ${TOTAL_WEIGHT}, the sum of all maxima. Of one place, K is the sum of the maxima of its criteria answered yes or no, and Y the sum of those answered yes.`,
    `P, the prior, is the ${constants.priorPercentile}th percentile of Y/K (0 where K is 0) over entries and withdrawn: with the n values in ascending order, the value at index (n - 1) x ${constants.priorPercentile}/100, counted from 0, linear between its two neighbors.`,
    "score = Y + (W - K) x P, which is 100 x [c x Y/K + (1 - c) x P] with c = K/W. low = Y. high = Y + W - K. coverage = c.",
    "rounded is the score to the nearest whole number, halves up. rank = 1 + the number of places, of entries and withdrawn, with a higher rounded score.",
    "band = the smaller of 4 and 1 + the whole part of (rank - 1) x 4/n.",
    "position orders equal rounded scores by higher coverage, then by the newest date among a place's criteria, then by name, then by unit, each in lower case, then by slug, all compared by UTF-16 code unit. Name and unit are those the place had when the edition was computed; the ones printed here may have been corrected since.",
  ].join(" ");
}
