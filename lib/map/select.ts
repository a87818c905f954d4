import "server-only";
import { TITLE_COLUMNS, toNamed } from "@/lib/facts/listing-title";
import type { NotRankedReason } from "@/lib/facts/not-ranked";
import { PRESENCE_COLUMNS, presenceOf } from "@/lib/facts/presence";
import type { Prisma } from "@/lib/server/db";
import type { MapListing } from "./types";

export const listingSelect = {
  slug: true,
  ...TITLE_COLUMNS,
  kind: true,
  knownByLicense: true,
  searchEntry: { select: { treatsOpioids: true } },
  ...PRESENCE_COLUMNS,
  latitude: true,
  longitude: true,
  positionSource: true,
} as const satisfies Prisma.ListingSelect;

type ListingPayload = Prisma.ListingGetPayload<{ select: typeof listingSelect }>;

export function toListing(
  { latitude, longitude, positionSource, ...row }: ListingPayload,
  rank: number | null,
  notRankedFor: NotRankedReason | null,
): MapListing {
  const isKnown = latitude !== null && longitude !== null;
  return {
    ...toNamed({ ...row, presence: presenceOf(row) }),
    kind: row.kind,
    fromStateList: row.knownByLicense !== null,
    treatsOpioids: row.searchEntry?.treatsOpioids ?? true,
    rank,
    notRankedFor,
    position: isKnown ? { latitude, longitude, isApproximate: positionSource === "zip_centroid" } : null,
  };
}
