import { toNamed, type NamedListing } from "@/lib/facts/listing-title";
import type { Coordinates } from "@/lib/shared/geo";
import { placeCityNames, type CityName } from "./city-names";
import type { Numbered } from "./numbering";
import { outlinePaths } from "./outline";
import { frameAround, project, type Point, type Size } from "./projection";
import { spread } from "./spread";
import { surroundingOf } from "./surroundings";
import type { MapPosition } from "./types";

/** What a drawing needs of a place. */
export interface Drawable extends NamedListing {
  rank: number | null;
  position: MapPosition;
}

/** A listing as it is drawn: its marker, and its true position when there was no room for the marker there. */
export interface Marker extends Point, NamedListing {
  number: number;
  isRanked: boolean;
  isApproximate: boolean;
  /** Null when the marker is at the true position. */
  truePoint: Point | null;
}

export interface SheetDrawing extends Size {
  outline: string[];
  markers: Marker[];
  /** Places of other sheets within the frame, below the markers. */
  others: Point[];
  /** Where somebody asked from; null when they did not. */
  start: Point | null;
  names: CityName[];
  /** A round number of miles, and how long it is drawn. */
  scale: { miles: number; length: number };
}

/** As wide as a phone, so that one unit is about a pixel there and larger on other screens. */
const WIDTH = 360;
/** Room for half a marker, and for one that had to make room. */
const MARGIN = 0.09;
/** A single place is shown with its surroundings. */
const MIN_MILES = 3;
/** A city with more places on one map is too wide for its name to say where they are. */
const MAX_IN_CITY = 15;
/** At least 24 pixels across on a phone of 360. */
export const MARKER_RADIUS = 13.4;
export const NAME_FONT_SIZE = 12;

/**
 * Draws the places of one page on a map that shows just them.
 * @param places at least one
 */
export function drawSheet(
  places: readonly Numbered<Drawable>[],
  { others = [], start = null }: { others?: readonly Coordinates[]; start?: Coordinates | null } = {},
): SheetDrawing {
  const framed = [...places.map(({ position }) => position), ...(start ? [start] : [])];
  const { point, mile, width, height } = project(frameAround(framed, MARGIN, MIN_MILES), WIDTH);
  const size = { width, height };
  const startPoint = start && point(start);
  const markers = drawMarkers(places, { point, size, start: startPoint });
  const names = placesByName(places).map(([name, own]) => ({ name, places: own.map((each) => point(each.position)) }));
  const taken = [...markers, ...(startPoint ? [startPoint] : [])].map(({ x, y }) => ({ x, y, radius: MARKER_RADIUS }));
  return {
    ...size,
    outline: outlinePaths(point),
    markers,
    others: others.map(point).filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height),
    start: startPoint,
    names: placeCityNames(names, taken, size, NAME_FONT_SIZE),
    scale: scaleOf(mile),
  };
}

interface Ground {
  point: (place: Coordinates) => Point;
  size: Size;
  start: Point | null;
}

/** No marker covers another, or where somebody asked from. */
function drawMarkers(places: readonly Numbered<Drawable>[], { point, size, start }: Ground): Marker[] {
  const disks = places.map(({ position }) => ({ ...point(position), radius: MARKER_RADIUS }));
  const first = start ? [{ ...start, radius: MARKER_RADIUS }] : [];
  const spots = spread([...first, ...disks], size).slice(first.length);
  return places.map((place, index) => {
    const [disk, spot] = [disks[index]!, spots[index]!];
    const isMoved = Math.hypot(disk.x - spot.x, disk.y - spot.y) > 0.5;
    return {
      ...toNamed(place),
      number: place.number,
      isRanked: place.rank !== null,
      isApproximate: place.position.isApproximate,
      ...spot,
      truePoint: isMoved ? { x: disk.x, y: disk.y } : null,
    };
  });
}

/** Places grouped by the name of their surroundings, or by the ZIP code where one name fills the map. */
function placesByName(places: readonly Drawable[]): [string, Drawable[]][] {
  const named = groupBy(places, surroundingOf);
  return [...named].flatMap(([name, own]) =>
    own.length > MAX_IN_CITY ? [...groupBy(own, ({ zip }) => zip)] : [[name, own] as [string, typeof own]],
  );
}

function groupBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
}

/** The longest round distance that takes at most a quarter of the width. */
function scaleOf(mile: number): { miles: number; length: number } {
  const miles = [20, 10, 5, 2, 1].find((distance) => distance * mile <= WIDTH / 4) ?? 1;
  return { miles, length: miles * mile };
}
