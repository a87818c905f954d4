import type { Coordinates } from "@/lib/shared/geo";
import type { Frame } from "./projection";

/**
 * How the county is divided into readable maps: our own rectangles around parts that people have names for, not
 * official borders. A place belongs to the first rectangle that contains it.
 */
export const AREAS = [
  { key: "clemente", frame: { west: -118.62, east: -118.34, south: 32.79, north: 33.05 } },
  { key: "catalina", frame: { west: -118.62, east: -118.29, south: 33.28, north: 33.5 } },
  { key: "antelope", frame: { west: -118.4, east: -117.6, south: 34.4, north: 34.85 } },
  { key: "clarita", frame: { west: -119.05, east: -118.4, south: 34.33, north: 34.85 } },
  { key: "fernando", frame: { west: -118.66, east: -118.2, south: 34.13, north: 34.4 } },
  { key: "malibu", frame: { west: -119.05, east: -118.66, south: 33.95, north: 34.33 } },
  { key: "westside", frame: { west: -118.66, east: -118.36, south: 33.95, north: 34.13 } },
  { key: "central", frame: { west: -118.36, east: -118.18, south: 33.98, north: 34.13 } },
  { key: "gabriel", frame: { west: -118.2, east: -117.6, south: 33.98, north: 34.4 } },
  { key: "southBay", frame: { west: -118.66, east: -118.22, south: 33.6, north: 33.98 } },
  { key: "southeast", frame: { west: -118.22, east: -117.6, south: 33.6, north: 33.98 } },
] as const satisfies readonly { key: string; frame: Frame }[];

export type AreaKey = (typeof AREAS)[number]["key"];

/** The area of a position; null in the open sea and far outside the county. */
export function areaOf(place: Coordinates): AreaKey | null {
  return AREAS.find(({ frame }) => isIn(place, frame))?.key ?? null;
}

function isIn({ latitude, longitude }: Coordinates, { west, east, south, north }: Frame): boolean {
  return longitude >= west && longitude < east && latitude >= south && latitude < north;
}
