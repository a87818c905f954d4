import { milesBetween, type Coordinates } from "@/lib/shared/geo";

/** Miles along a straight line from the nearest origin; null when a position is missing. */
export function milesFrom(origins: readonly Coordinates[], position: Coordinates | null): number | null {
  if (!position || origins.length === 0) return null;
  return Math.min(...origins.map((origin) => milesBetween(origin, position)));
}
