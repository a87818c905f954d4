import { kindSegment } from "@/lib/facts/kind-segment";
import type { ListingKind } from "@/lib/facts/kind";
import { bandOf, type Band } from "./band";

/** How many ranked places of one kind share one overall rank. */
export interface RankTally {
  kind: ListingKind;
  /** Overall. */
  rank: number;
  count: number;
}

/** The rank of a place among its kind. */
export interface KindStanding {
  /** Shared by equal rounded scores: 1, 2, 2, 4. */
  rank: number;
  /** How many places of the kind are ranked. */
  count: number;
  band: Band;
}

/** The rank within its kind of a place with this overall rank: the scores are the same, so order and ties are too. */
export function standingWithin(kind: ListingKind, overallRank: number, tallies: readonly RankTally[]): KindStanding {
  const peers = tallies.filter((tally) => tally.kind === kind);
  const rank = 1 + countOf(peers.filter((tally) => tally.rank < overallRank));
  const count = countOf(peers);
  return { rank, count, band: bandOf(rank, count) };
}

function countOf(tallies: readonly RankTally[]): number {
  return tallies.reduce((sum, { count }) => sum + count, 0);
}

/** The English path of a kind's list, such as "/rankings/kinds/opioid-treatment-program". */
export function kindPath(kind: ListingKind): string {
  return `/rankings/kinds/${kindSegment(kind)}`;
}
