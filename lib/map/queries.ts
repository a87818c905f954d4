import "server-only";
import type { NotRankedReason } from "@/lib/facts/not-ranked";
import { db } from "@/lib/server/db";
import { isPublic } from "@/lib/facts/select";
import { detailsSelect, listingSelect, positionSelect, toDetails, toListing, toPosition } from "./select";
import type { CardDetails, MapListing, MapPosition } from "./types";

/** Every published place with its rank in the newest edition; in no order. */
export async function listMapListings(): Promise<MapListing[]> {
  const newest = await db.rankingEdition.findFirst({
    orderBy: { number: "desc" },
    select: {
      members: { select: { listingId: true, entry: { select: { rank: true } } } },
      exclusions: { select: { listingId: true, reason: true } },
    },
  });
  const reasonOf = new Map(newest?.exclusions.map(({ listingId, reason }) => [listingId, reason as NotRankedReason]));
  const rankOf = new Map(newest?.members.map(({ listingId, entry }) => [listingId, entry.rank]));
  const rows = await db.listing.findMany({ where: isPublic, select: { ...listingSelect, id: true } });
  return rows.map(({ id, ...row }) => toListing(row, rankOf.get(id) ?? null, reasonOf.get(id) ?? null));
}

/** What the cards of these published places say, by slug. */
export async function listCardDetails(slugs: readonly string[]): Promise<ReadonlyMap<string, CardDetails>> {
  const rows = await db.listing.findMany({ where: { slug: { in: [...slugs] }, ...isPublic }, select: detailsSelect });
  return new Map(rows.map((row) => [row.slug, toDetails(row)]));
}

/** Where these published places are, by slug; null where nobody knows. */
export async function listPositions(slugs: readonly string[]): Promise<ReadonlyMap<string, MapPosition | null>> {
  const rows = await db.listing.findMany({
    where: { slug: { in: [...slugs] }, ...isPublic },
    select: { slug: true, ...positionSelect },
  });
  return new Map(rows.map((row) => [row.slug, toPosition(row)]));
}
