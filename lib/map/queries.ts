import "server-only";
import type { ListingKind } from "@/lib/facts/kind";
import { db } from "@/lib/server/db";
import { isPublic } from "@/lib/facts/select";
import { placeSelect, toPlace } from "./select";
import type { MapPlace } from "./types";

/** Every published place, or those of one kind, with its rank in the newest edition; in no order. */
export async function listMapPlaces(kind?: ListingKind): Promise<MapPlace[]> {
  const newest = await db.rankingEdition.findFirst({
    orderBy: { number: "desc" },
    select: { entries: { select: { listingId: true, rank: true } } },
  });
  const rankOf = new Map(newest?.entries.map(({ listingId, rank }) => [listingId, rank]));
  const rows = await db.listing.findMany({
    where: { ...(kind && { kind }), ...isPublic },
    select: { ...placeSelect, id: true },
  });
  return rows.map(({ id, ...row }) => toPlace(row, rankOf.get(id) ?? null));
}
