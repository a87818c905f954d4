import { middleOf, type Point, type Size } from "./projection";
import type { Disk } from "./spread";

export interface CityName extends Point {
  name: string;
}

/** Width of an average letter and height of a line, as shares of the font size. */
const LETTER = 0.56;
const LINE = 1.1;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Names of cities for orientation, each near the middle of its places, where it covers no marker and no other name.
 * Cities with more places choose first; a name without a free spot is left out. `x` is the middle of the word, `y` its
 * base line.
 */
export function placeCityNames(
  cities: readonly { name: string; places: readonly Point[] }[],
  markers: readonly Disk[],
  size: Size,
  fontSize: number,
): CityName[] {
  const placed: { word: CityName; box: Box }[] = [];
  for (const { name, places } of [...cities].sort(
    (a, b) => b.places.length - a.places.length || (a.name < b.name ? -1 : 1),
  )) {
    const middle = middleOf(places);
    const spot = spotsNear(middle, fontSize)
      .map((word) => ({ word: { name, ...word }, box: boxOf(word, name, fontSize) }))
      .find(
        ({ box }) =>
          isInside(box, size) &&
          !markers.some((disk) => covers(disk, box)) &&
          !placed.some((other) => overlap(other.box, box)),
      );
    if (spot) placed.push(spot);
  }
  return placed.map(({ word }) => word);
}

/** Above and below the middle first, then farther out to all sides. */
function spotsNear({ x, y }: Point, fontSize: number): Point[] {
  return [1.5, 2.5, 3.5, 4.5].flatMap((distance) =>
    [0, 1, -1, 2, -2].flatMap((sideways) =>
      [-1, 1].map((up) => ({ x: x + sideways * fontSize * 2, y: y + up * distance * fontSize + fontSize * 0.35 })),
    ),
  );
}

function boxOf({ x, y }: Point, name: string, fontSize: number): Box {
  const half = (name.length * LETTER * fontSize) / 2;
  return { left: x - half, right: x + half, top: y - fontSize * LINE * 0.8, bottom: y + fontSize * LINE * 0.25 };
}

const isInside = ({ left, right, top, bottom }: Box, { width, height }: Size) =>
  left >= 2 && right <= width - 2 && top >= 2 && bottom <= height - 2;

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function covers({ x, y, radius }: Disk, { left, right, top, bottom }: Box): boolean {
  const nearest = { x: Math.min(Math.max(x, left), right), y: Math.min(Math.max(y, top), bottom) };
  return Math.hypot(x - nearest.x, y - nearest.y) < radius;
}
