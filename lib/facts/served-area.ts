import type { Coordinates } from "@/lib/shared/geo";
import { SERVED_COUNTY } from "./served-county";

interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

/** Around the county with its islands (county-outline.json reaches from 32.8 to 34.82 and from -118.95 to -117.64). */
const COUNTY: Box = { south: 32.75, north: 34.9, west: -119, east: -117.6 };
/** Around the state. */
const CALIFORNIA: Box = { south: 32.5, north: 42.05, west: -124.55, east: -114.1 };

/** ZIP codes of California; the military ones above them belong to no place in it. */
const CALIFORNIAN = { first: 90001, last: 96162 };

/** Whether a place in `state` and `county` can have this position. */
export function isWithin({ latitude, longitude }: Coordinates, state: string, county: string | null): boolean {
  if (state !== "CA") return !isIn(COUNTY, latitude, longitude);
  const isServed = county?.toLowerCase().replace(/\s+county$/, "") === SERVED_COUNTY.toLowerCase();
  return isIn(isServed ? COUNTY : CALIFORNIA, latitude, longitude);
}

/** Whether a five-digit ZIP code can be one of `state`; for other states, whether it is none of California. */
export function isZipOf(zip: string, state: string): boolean {
  const isCalifornian = Number(zip) >= CALIFORNIAN.first && Number(zip) <= CALIFORNIAN.last;
  return isCalifornian === (state === "CA");
}

function isIn({ south, north, west, east }: Box, latitude: number, longitude: number): boolean {
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}
