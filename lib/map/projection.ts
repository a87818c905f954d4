import type { Coordinates } from "@/lib/shared/geo";

/** A rectangle on the earth, in degrees. */
export interface Frame {
  west: number;
  east: number;
  south: number;
  north: number;
}

/** A place in a drawing; y grows downward. */
export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** How a frame becomes a drawing. */
export interface Projection extends Size {
  point: (place: Coordinates) => Point;
  /** Units of the drawing to one mile. */
  mile: number;
}

/**
 * At 34° north, how long a degree of longitude is compared with one of latitude; it varies by under 1 % in the county.
 */
const SQUEEZE = Math.cos((34.2 * Math.PI) / 180);
const MILES_TO_DEGREE = 69.1;

/** Fits a frame into a drawing of that width, north up, with the same scale in both directions (equirectangular). */
export function project({ west, east, south, north }: Frame, width: number): Projection {
  const degree = width / ((east - west) * SQUEEZE);
  return {
    width,
    height: (north - south) * degree,
    mile: degree / MILES_TO_DEGREE,
    point: ({ latitude, longitude }) => ({
      x: (longitude - west) * SQUEEZE * degree,
      y: (north - latitude) * degree,
    }),
  };
}

/** Height over width of a drawing: as low or as tall as its places need, within these bounds. */
const MIN_ASPECT = 0.65;
const MAX_ASPECT = 1.05;

/**
 * The smallest frame around some places that leaves a margin and is at least `leastMiles` wide.
 * @param margin on each side, as a share of the width
 */
export function frameAround(places: readonly Coordinates[], margin: number, leastMiles: number): Frame {
  const latitudes = places.map(({ latitude }) => latitude);
  const longitudes = places.map(({ longitude }) => longitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const room = 1 - 2 * margin;
  const least = Math.max(((east - west) * SQUEEZE) / room, leastMiles / MILES_TO_DEGREE);
  const shape = Math.min(Math.max((north - south) / least + 2 * margin, MIN_ASPECT), MAX_ASPECT);
  const width = Math.max(least, (north - south) / (shape - 2 * margin));
  const [halfWidth, halfHeight] = [width / SQUEEZE / 2, (width * shape) / 2];
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 };
  return {
    west: middle.longitude - halfWidth,
    east: middle.longitude + halfWidth,
    south: middle.latitude - halfHeight,
    north: middle.latitude + halfHeight,
  };
}

export function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
