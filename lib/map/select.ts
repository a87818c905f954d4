import "server-only";
import { PRESENCE_COLUMNS, presenceOf } from "@/lib/facts/presence";
import type { Prisma } from "@/lib/server/db";
import type { MapPlace } from "./types";

export const placeSelect = {
  slug: true,
  name: true,
  unit: true,
  city: true,
  zip: true,
  kind: true,
  ...PRESENCE_COLUMNS,
  latitude: true,
  longitude: true,
  positionSource: true,
} as const satisfies Prisma.ListingSelect;

type PlaceRow = Prisma.ListingGetPayload<{ select: typeof placeSelect }>;

export function toPlace({ latitude, longitude, positionSource, ...row }: PlaceRow, rank: number | null): MapPlace {
  const { slug, name, unit, city, zip, kind } = row;
  const isKnown = latitude !== null && longitude !== null;
  return {
    slug,
    name,
    unit,
    city,
    zip,
    kind,
    presence: presenceOf(row),
    rank,
    position: isKnown ? { latitude, longitude, isApproximate: positionSource === "zip_centroid" } : null,
  };
}
