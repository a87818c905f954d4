import type { Coordinates } from "@/lib/shared/geo";
import type { Frame } from "./projection";

/**
 * How the county is divided into readable maps: our own rectangles around parts that people have names for, not
 * official borders. A place belongs to the first rectangle that contains it. `segment` is a part of the map's URLs;
 * `name` is where the middle of the area's name stands on the map of the county.
 */
export const AREAS = [
  {
    key: "clemente",
    segment: "san-clemente-island",
    frame: { west: -118.62, east: -118.34, south: 32.79, north: 33.05 },
    name: { latitude: 32.97, longitude: -118.48 },
  },
  {
    key: "catalina",
    segment: "santa-catalina-island",
    frame: { west: -118.62, east: -118.29, south: 33.28, north: 33.5 },
    name: { latitude: 33.44, longitude: -118.455 },
  },
  {
    key: "antelope",
    segment: "antelope-valley",
    frame: { west: -118.4, east: -117.6, south: 34.4, north: 34.85 },
    name: { latitude: 34.64, longitude: -118.02 },
  },
  {
    key: "clarita",
    segment: "santa-clarita-valley",
    frame: { west: -119.05, east: -118.4, south: 34.33, north: 34.85 },
    name: { latitude: 34.57, longitude: -118.65 },
  },
  {
    key: "fernando",
    segment: "san-fernando-valley",
    frame: { west: -118.66, east: -118.2, south: 34.13, north: 34.4 },
    name: { latitude: 34.265, longitude: -118.44 },
  },
  {
    key: "malibu",
    segment: "malibu-and-agoura-hills",
    frame: { west: -119.05, east: -118.66, south: 33.95, north: 34.33 },
    name: { latitude: 34.09, longitude: -118.82 },
  },
  {
    key: "westside",
    segment: "westside",
    frame: { west: -118.66, east: -118.36, south: 33.95, north: 34.13 },
    name: { latitude: 34.05, longitude: -118.52 },
  },
  {
    key: "central",
    segment: "central-los-angeles",
    frame: { west: -118.36, east: -118.18, south: 33.98, north: 34.13 },
    name: { latitude: 34.06, longitude: -118.265 },
  },
  {
    key: "gabriel",
    segment: "san-gabriel-valley",
    frame: { west: -118.2, east: -117.6, south: 33.98, north: 34.4 },
    name: { latitude: 34.17, longitude: -117.93 },
  },
  {
    key: "southBay",
    segment: "south-bay-and-south-los-angeles",
    frame: { west: -118.66, east: -118.22, south: 33.6, north: 33.98 },
    name: { latitude: 33.86, longitude: -118.38 },
  },
  {
    key: "southeast",
    segment: "southeast-and-long-beach",
    frame: { west: -118.22, east: -117.6, south: 33.6, north: 33.98 },
    name: { latitude: 33.86, longitude: -118.04 },
  },
] as const satisfies readonly { key: string; segment: string; frame: Frame; name: Coordinates }[];

export type AreaKey = (typeof AREAS)[number]["key"];

/** The area of a position; null in the open sea and far outside the county. */
export function areaOf(place: Coordinates): AreaKey | null {
  return AREAS.find(({ frame }) => isIn(place, frame))?.key ?? null;
}

function isIn({ latitude, longitude }: Coordinates, { west, east, south, north }: Frame): boolean {
  return longitude >= west && longitude < east && latitude >= south && latitude < north;
}
