import "server-only";
import type { NotRankedReason } from "@/lib/facts/not-ranked";
import type { ListingKind } from "@/lib/facts/kind";
import { db } from "@/lib/server/db";
import { isPublic } from "@/lib/facts/select";
import { listingSelect, toListing } from "./select";
import type { MapListing } from "./types";

/** Every published place, or those of one kind, with its rank in the newest edition; in no order. */
export async function listMapListings(kind?: ListingKind): Promise<MapListing[]> {
  const newest = await db.rankingEdition.findFirst({
    orderBy: { number: "desc" },
    select: {
      members: { select: { listingId: true, entry: { select: { rank: true } } } },
      exclusions: { select: { listingId: true, reason: true } },
    },
  });
  const reasonOf = new Map(newest?.exclusions.map(({ listingId, reason }) => [listingId, reason as NotRankedReason]));
  const rankOf = new Map(newest?.members.map(({ listingId, entry }) => [listingId, entry.rank]));
  const rows = await db.listing.findMany({
    where: { ...(kind && { kind }), ...isPublic },
    select: { ...listingSelect, id: true },
  });
  return rows.map(({ id, ...row }) => toListing(row, rankOf.get(id) ?? null, reasonOf.get(id) ?? null));
}
