import "server-only";
import { db } from "@/lib/server/db";
import type { Band } from "./band";
import type { GateReason } from "./gates";
import { rankingMethodSchema } from "./schema";
import { explainScore } from "./score";
import {
  entrySelect,
  exclusionSelect,
  headSelect,
  isPublic,
  listedEntrySelect,
  listedExclusionSelect,
  toExcluded,
  toFrozen,
  toHead,
  toRanked,
} from "./select";
import type { Edition, PublishedMethod, Standing } from "./types";

const newestFirst = { number: "desc" } as const;

/** The newest edition with every place it ranks, in order, and every place it does not, with the reason. */
export async function getNewestEdition(): Promise<Edition | null> {
  const row = await db.rankingEdition.findFirst({
    orderBy: newestFirst,
    select: {
      ...headSelect,
      entries: { where: isPublic, orderBy: { position: "asc" }, select: listedEntrySelect },
      exclusions: {
        where: isPublic,
        orderBy: [{ listing: { name: "asc" } }, { listing: { slug: "asc" } }],
        select: listedExclusionSelect,
      },
    },
  });
  if (!row) return null;
  const { entries, exclusions, ...head } = row;
  const frozen = entries[0] ?? exclusions[0];
  return {
    ...toHead(head, frozen ? toFrozen(frozen.criteria).judgedOn : ""),
    entries: entries.map(toRanked),
    exclusions: exclusions.map(toExcluded),
  };
}

/** The record that scored the newest edition, from which the method page is printed. */
export async function getMethodOfNewestEdition(): Promise<PublishedMethod | null> {
  const row = await db.rankingEdition.findFirst({
    orderBy: newestFirst,
    select: { method: { select: { definition: true, changelog: true, publishedAt: true } } },
  });
  return row && { ...row.method, definition: rankingMethodSchema.parse(row.method.definition) };
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
  const { position, rank, band, score, low, high, coverage } = found;
  return {
    ...shared,
    status: "ranked",
    position,
    rank,
    band: band as Band,
    score: { score, low, high, coverage },
    breakdown: explainScore(criteria, row.prior),
  };
}
