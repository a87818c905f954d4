import { toNamed, type NamedListing } from "@/lib/facts/listing-title";
import { placeCityNames, type CityName } from "./city-names";
import type { Labeled } from "./labels";
import { outlinePaths } from "./outline";
import { frameAround, project, type Point, type Size } from "./projection";
import { spread } from "./spread";
import type { LocatedListing } from "./types";

/** A listing as it is drawn: its marker, and its true position when there was no room for the marker there. */
export interface Marker extends Point, NamedListing {
  /** The rank, or a letter for a place without one. */
  label: string;
  isRanked: boolean;
  isApproximate: boolean;
  radius: number;
  /** Null when the marker is at the true position. */
  truePoint: Point | null;
}

/** A listing without a label. */
export interface Dot extends Point, NamedListing, Pick<Marker, "isApproximate"> {}

export interface AreaDrawing extends Size {
  outline: string[];
  /** Below the markers, at their true positions. */
  dots: Dot[];
  markers: Marker[];
  cities: CityName[];
  /** A round number of miles, and how long it is drawn. */
  scale: { miles: number; length: number };
}

/** As wide as a phone, so that one unit is about a pixel there and larger on other screens. */
const WIDTH = 360;
const MARGIN = 0.07;
/** A single place is shown with its surroundings. */
const MIN_MILES = 8;
/** A city with more places on one map is too wide for its name to say where they are. */
const MAX_IN_CITY = 15;
const RANKED_RADIUS = 9.5;
const LETTER_RADIUS = 7;
export const CITY_FONT_SIZE = 9;

/** Draws the places of one area, and those that are dots, on a map that shows just them. */
export function drawArea(places: readonly Labeled<LocatedListing>[], listed: readonly LocatedListing[]): AreaDrawing {
  const { point, mile, width, height } = project(
    frameAround(
      [...places, ...listed].map(({ position }) => position),
      MARGIN,
      MIN_MILES,
    ),
    WIDTH,
  );
  const markers = drawMarkers(places, point, { width, height });
  const cities = placesByName([...places, ...listed]).map(([name, own]) => ({
    name,
    places: own.map(({ position }) => point(position)),
  }));
  return {
    width,
    height,
    outline: outlinePaths(point),
    dots: listed.map((place) => {
      const { position } = place;
      return { ...toNamed(place), isApproximate: position.isApproximate, ...point(position) };
    }),
    markers,
    cities: placeCityNames(cities, markers, { width, height }, CITY_FONT_SIZE),
    scale: scaleOf(mile),
  };
}

function drawMarkers(
  places: readonly Labeled<LocatedListing>[],
  point: (place: LocatedListing["position"]) => Point,
  size: Size,
): Marker[] {
  const disks = places.map(({ rank, position }) => ({
    ...point(position),
    radius: rank === null ? LETTER_RADIUS : RANKED_RADIUS,
  }));
  const spots = spread(disks, size);
  return places.map((place, index) => {
    const { label, rank, position } = place;
    const [disk, spot] = [disks[index]!, spots[index]!];
    const isMoved = Math.hypot(disk.x - spot.x, disk.y - spot.y) > 0.5;
    return {
      ...toNamed(place),
      label,
      isRanked: rank !== null,
      isApproximate: position.isApproximate,
      radius: disk.radius,
      ...spot,
      truePoint: isMoved ? { x: disk.x, y: disk.y } : null,
    };
  });
}

/** Listings grouped by the name of their surroundings: the city, or the ZIP code when a city fills the map. */
function placesByName(places: readonly LocatedListing[]): [string, LocatedListing[]][] {
  const cities = groupBy(places, ({ city }) => city);
  return [...cities].flatMap(([city, own]) =>
    own.length > MAX_IN_CITY ? [...groupBy(own, ({ zip }) => zip)] : [[city, own] as [string, typeof own]],
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
