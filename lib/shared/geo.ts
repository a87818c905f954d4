/** Decimal degrees, WGS 84. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

export const METERS_PER_MILE = 1609.344;
const EARTH_DIAMETER_MILES = 7917.5;

/** Miles along the ground between two places (haversine). */
export function milesBetween(from: Coordinates, to: Coordinates): number {
  const halfChord =
    haversine(to.latitude - from.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * haversine(to.longitude - from.longitude);
  return EARTH_DIAMETER_MILES * Math.asin(Math.sqrt(Math.min(1, halfChord)));
}

function haversine(degrees: number): number {
  return Math.sin(radians(degrees) / 2) ** 2;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
