import "server-only";
import { db } from "@/lib/server/db";
import type { Band } from "./band";
import type { GateReason } from "./gates";
import { standingWithin, type RankTally } from "./kinds";
import { rankingMethodSchema } from "./schema";
import { explainScore } from "./score";
import {
  editionSelect,
  entrySelect,
  exclusionSelect,
  headSelect,
  isPublic,
  toEdition,
  toFrozen,
  toHead,
  toWithdrawn,
  withdrawnSelect,
} from "./select";
import type { Edition, EditionHead, Standing, WithdrawnEntry } from "./types";

const newestFirst = { number: "desc" } as const;

/** The newest edition with every place it ranks, in order, and every place it does not, with the reason. */
export async function getNewestEdition(): Promise<Edition | null> {
  const newest = await db.rankingEdition.findFirst({ orderBy: newestFirst, select: { number: true } });
  return newest && getEdition(newest.number);
}

/**
 * One edition as it was frozen, each place with its criteria; null for a number that was never given. Places that are
 * no longer published are left out, while `rankedCount` and `excludedCount` still count them.
 * @param number a positive whole number within PostgreSQL's integer
 */
export async function getEdition(number: number): Promise<Edition | null> {
  const row = await db.rankingEdition.findUnique({ where: { number }, select: editionSelect });
  return row && toEdition(row, await tallyRanks(number));
}

/** Every edition, newest first, without its places. */
export async function listEditionHeads(): Promise<EditionHead[]> {
  const one = { take: 1, select: { criteria: true } } as const;
  const rows = await db.rankingEdition.findMany({
    orderBy: newestFirst,
    select: { ...headSelect, entries: one, exclusions: one },
  });
  return rows.map(({ entries, exclusions, ...head }) => {
    const frozen = entries[0] ?? exclusions[0];
    return toHead(head, frozen ? toFrozen(frozen.criteria).judgedOn : "");
  });
}

/** What an edition ranked and is no longer published, without saying who it is; by rank. */
export async function listWithdrawnEntries(number: number): Promise<WithdrawnEntry[]> {
  const rows = await db.rankingEntry.findMany({
    where: { edition: { number }, NOT: isPublic },
    orderBy: { position: "asc" },
    select: withdrawnSelect,
  });
  return rows.map(toWithdrawn);
}

/** How many places of each kind the edition ranks where, published or not. */
async function tallyRanks(number: number): Promise<RankTally[]> {
  const groups = await db.rankingEntry.groupBy({ by: ["kind", "rank"], where: { edition: { number } }, _count: true });
  return groups.map(({ kind, rank, _count: count }) => ({ kind, rank, count }));
}

/** Where a published listing stands in the newest edition, and why; null when the edition does not know it. */
export async function getStanding(listingId: string): Promise<Standing | null> {
  const own = { where: { listingId, ...isPublic }, take: 1 };
  const row = await db.rankingEdition.findFirst({
    orderBy: newestFirst,
    select: {
      ...headSelect,
      method: { select: { version: true, definition: true } },
      entries: { ...own, select: entrySelect },
      exclusions: { ...own, select: exclusionSelect },
    },
  });
  const found = row?.entries[0] ?? row?.exclusions[0];
  if (!row || !found) return null;
  const { judgedOn, criteria, input } = toFrozen(found.criteria);
  const shared = { edition: toHead(row, judgedOn), method: rankingMethodSchema.parse(row.method.definition) };
  if ("reason" in found) {
    const { reason, detail } = found;
    const closedReason = input.closed?.reason ?? null;
    return { ...shared, status: "excluded", reason: reason as GateReason, detail, closedReason, criteria };
  }
  const { kind, position, rank, band, score, low, high, coverage } = found;
  return {
    ...shared,
    status: "ranked",
    kind,
    position,
    rank,
    band: band as Band,
    within: standingWithin(kind, rank, await tallyRanks(row.number)),
    score: { score, low, high, coverage },
    breakdown: explainScore(criteria, row.prior),
  };
}
