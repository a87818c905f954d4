import type { Coordinates } from "@/lib/shared/geo";
import { AREAS, areaOf, type AreaKey } from "./areas";
import { outlinePaths, round } from "./outline";
import { project, type Frame, type Point, type Size } from "./projection";
import type { MapListing, MapPosition } from "./types";

export interface Overview extends Size {
  outline: string[];
  /** Every position in one path, so that a thousand dots weigh little: those known exactly, and the others. */
  dots: { exact: string; approximate: string };
  /** Each area's rectangle, and where the middle of its name is. */
  areas: (Point & Size & { key: AreaKey; name: Point })[];
  /** A box around the islands, which we draw nearer to the mainland than they are. */
  inset: Point & Size;
}

const WIDTH = 360;
/** The mainland, with room for the islands in the ocean below Malibu. */
const FRAME: Frame = { west: -119.06, east: -117.6, south: 33.54, north: 34.86 };
const INSET: Frame = { west: -119.04, east: -118.455, south: 33.56, north: 33.83 };
/** The islands, the southern one first: everything south of `below` moves by this much. */
const ISLANDS = [
  { below: 33.15, latitude: 0.775, longitude: -0.113 },
  { below: 33.6, latitude: 0.3, longitude: -0.427 },
];

/** The whole county with its areas and every place in one of them as a dot. */
export function overviewOf(places: readonly Pick<MapListing, "position">[]): Overview {
  const positions = places.flatMap(({ position }) => (position && areaOf(position) ? position : []));
  const { width, height, point } = project(FRAME, WIDTH);
  const draw = (place: Coordinates) => point(besideMainland(place));
  const dots = (some: readonly MapPosition[]) => some.map((each) => dotOf(draw(each))).join("");
  return {
    width,
    height,
    outline: outlinePaths(draw),
    dots: {
      exact: dots(positions.filter(({ isApproximate }) => !isApproximate)),
      approximate: dots(positions.filter(({ isApproximate }) => isApproximate)),
    },
    areas: AREAS.map(({ key, frame, name }) => ({ key, ...boxOf(draw, frame), name: draw(name) })),
    inset: boxOf(point, INSET),
  };
}

/** A line without length: its round ends are the dot. */
function dotOf({ x, y }: Point): string {
  return `M${round(x)} ${round(y)}h0`;
}

function boxOf(draw: (place: Coordinates) => Point, { west, east, south, north }: Frame): Point & Size {
  const corner = draw({ latitude: north, longitude: west });
  const opposite = draw({ latitude: south, longitude: east });
  return { ...corner, width: opposite.x - corner.x, height: opposite.y - corner.y };
}

function besideMainland({ latitude, longitude }: Coordinates): Coordinates {
  const island = ISLANDS.find(({ below }) => latitude < below);
  if (!island) return { latitude, longitude };
  return { latitude: latitude + island.latitude, longitude: longitude + island.longitude };
}
