import type { Point, Size } from "./projection";

/** A disk to be drawn at its position, or as near as there is room. */
export interface Disk extends Point {
  radius: number;
}

/** Directions tried around the true place, at each distance. */
const DIRECTIONS = 32;
/** Distance between two rings of tries. */
const STEP = 2;
const GAP = 1;

/**
 * Moves disks so that none covers another or leaves the drawing: each stays at its position if that is free, else goes
 * to the nearest free spot of those tried. Earlier disks choose first. When there is no room at all, a disk stays at
 * its position.
 * @returns the disks' places, in the order given
 */
export function spread(disks: readonly Disk[], size: Size): Point[] {
  const placed: Disk[] = [];
  for (const disk of disks) {
    const spot = nearestFreeSpot(disk, placed, size) ?? disk;
    placed.push({ x: spot.x, y: spot.y, radius: disk.radius });
  }
  return placed.map(({ x, y }) => ({ x, y }));
}

/** Where a disk may stand without covering those already placed; null when nowhere. */
export function nearestFreeSpot(disk: Disk, placed: readonly Disk[], { width, height }: Size): Point | null {
  const { radius } = disk;
  const isFree = ({ x, y }: Point) =>
    x >= radius &&
    y >= radius &&
    x <= width - radius &&
    y <= height - radius &&
    placed.every((other) => Math.hypot(x - other.x, y - other.y) >= radius + other.radius + GAP);
  if (isFree(disk)) return disk;
  for (let distance = STEP; distance < width + height; distance += STEP) {
    const spot = ringAround(disk, distance).find(isFree);
    if (spot) return spot;
  }
  return null;
}

function ringAround({ x, y }: Point, distance: number): Point[] {
  return Array.from({ length: DIRECTIONS }, (_, index) => {
    const angle = (index / DIRECTIONS) * 2 * Math.PI;
    return { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) };
  });
}
