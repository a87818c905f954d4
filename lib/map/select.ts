import "server-only";
import { PRESENCE_COLUMNS, presenceOf } from "@/lib/facts/presence";
import type { Prisma } from "@/lib/server/db";
import type { MapListing } from "./types";

export const listingSelect = {
  slug: true,
  name: true,
  unit: true,
  city: true,
  zip: true,
  kind: true,
  knownByLicense: true,
  ...PRESENCE_COLUMNS,
  latitude: true,
  longitude: true,
  positionSource: true,
} as const satisfies Prisma.ListingSelect;

type ListingPayload = Prisma.ListingGetPayload<{ select: typeof listingSelect }>;

export function toListing(
  { latitude, longitude, positionSource, ...row }: ListingPayload,
  rank: number | null,
): MapListing {
  const { slug, name, unit, city, zip, kind } = row;
  const isKnown = latitude !== null && longitude !== null;
  return {
    slug,
    name,
    unit,
    city,
    zip,
    kind,
    fromStateList: row.knownByLicense !== null,
    presence: presenceOf(row),
    rank,
    position: isKnown ? { latitude, longitude, isApproximate: positionSource === "zip_centroid" } : null,
  };
}
