import { isNearZip } from "@/lib/facts/position";
import type { Coordinates } from "@/lib/shared/geo";
import { readDegrees } from "./numbers";

/** A box around California. A position outside is 0/0, swapped, without its sign, or in another state. */
const SOUTH = 32.4;
const NORTH = 42.1;
const WEST = -124.6;
const EAST = -114;

/** The position that a row of the state's list states; null when it is impossible, or far from the row's own ZIP. */
export function readPosition(latitude: string, longitude: string, zip: string): Coordinates | null {
  const [north, east] = [readDegrees(latitude), readDegrees(longitude)];
  if (north === null || east === null) return null;
  if (north < SOUTH || north > NORTH || east < WEST || east > EAST) return null;
  const place = { latitude: north, longitude: east };
  return isNearZip(place, zip) ? place : null;
}
