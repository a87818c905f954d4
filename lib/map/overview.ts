import type { Coordinates } from "@/lib/shared/geo";
import { outlinePaths } from "./outline";
import { middleOf, project, type Frame, type Point, type Size } from "./projection";
import { nearestFreeSpot, type Disk } from "./spread";
import type { MapPosition } from "./types";

export interface Overview extends Size {
  outline: string[];
  dots: (Point & { isApproximate: boolean })[];
  /** A letter for each area with places, as near to their middle as possible without covering a dot. */
  letters: (Point & { letter: string })[];
  /** A box around the islands, which we draw nearer to the mainland than they are. */
  inset: Point & Size;
}

interface LetteredArea {
  letter: string;
  positions: readonly MapPosition[];
}

const WIDTH = 360;
export const DOT_RADIUS = 2.4;
export const LETTER_RADIUS = 9;
/** The mainland, with room for the islands in the ocean below Malibu. */
const FRAME: Frame = { west: -119.06, east: -117.6, south: 33.54, north: 34.86 };
const INSET: Frame = { west: -119.04, east: -118.455, south: 33.56, north: 33.83 };
/** The islands, the southern one first: everything south of `below` moves by this much. */
const ISLANDS = [
  { below: 33.15, latitude: 0.775, longitude: -0.113 },
  { below: 33.6, latitude: 0.3, longitude: -0.427 },
];

/** The whole county with every position as a dot and a letter for each area. */
export function drawOverview(areas: readonly LetteredArea[]): Overview {
  const { width, height, point } = project(FRAME, WIDTH);
  const draw = (place: Coordinates) => point(besideMainland(place));
  const groups = areas.map(({ letter, positions }) => ({
    letter,
    dots: positions.map((position) => ({ ...draw(position), isApproximate: position.isApproximate })),
  }));
  const corner = point({ latitude: INSET.north, longitude: INSET.west });
  const opposite = point({ latitude: INSET.south, longitude: INSET.east });
  return {
    width,
    height,
    outline: outlinePaths(draw),
    dots: groups.flatMap(({ dots }) => dots),
    letters: placeLetters(groups, { width, height }),
    inset: { ...corner, width: opposite.x - corner.x, height: opposite.y - corner.y },
  };
}

function placeLetters(groups: readonly { letter: string; dots: readonly Point[] }[], size: Size): Overview["letters"] {
  const taken: Disk[] = groups.flatMap(({ dots }) => dots.map((dot) => ({ ...dot, radius: DOT_RADIUS })));
  return groups.map(({ letter, dots }) => {
    const wanted = { ...middleOf(dots), radius: LETTER_RADIUS };
    const spot = nearestFreeSpot(wanted, taken, size) ?? wanted;
    taken.push({ ...wanted, ...spot });
    return { x: spot.x, y: spot.y, letter };
  });
}

function besideMainland({ latitude, longitude }: Coordinates): Coordinates {
  const island = ISLANDS.find(({ below }) => latitude < below);
  if (!island) return { latitude, longitude };
  return { latitude: latitude + island.latitude, longitude: longitude + island.longitude };
}
