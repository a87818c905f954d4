import { AREAS, areaOf, type AreaKey } from "./areas";
import { drawArea, type AreaDrawing } from "./drawing";
import { byName, labelPlaces, type Labeled } from "./labels";
import { drawOverview, type Overview } from "./overview";
import type { LocatedPlace, MapPlace } from "./types";

export interface AtlasArea {
  key: AreaKey;
  /** What the area is called on the overview: A for the first that has places, and so on. */
  letter: string;
  /** In the order of the list; each has one marker of the same label in the drawing. */
  places: Labeled<LocatedPlace>[];
  drawing: AreaDrawing;
}

/** The county on one drawing, its areas on one each, and what cannot be drawn. */
export interface Atlas {
  overview: Overview;
  areas: AtlasArea[];
  /** Without a position, or with one far from the county, by name. */
  unlocated: MapPlace[];
}

/** Puts every place into exactly one area's list and drawing, or among those that cannot be drawn. */
export function makeAtlas(places: readonly MapPlace[]): Atlas {
  const areas = AREAS.map(({ key }) => ({ key, places: placesIn(key, places) })).filter(
    ({ places: own }) => own.length > 0,
  );
  const drawn = areas.map(({ key, places: own }, index) => {
    const labeled = labelPlaces(own);
    return { key, letter: String.fromCodePoint(65 + index), places: labeled, drawing: drawArea(labeled) };
  });
  return {
    overview: drawOverview(
      drawn.map(({ letter, places: own }) => ({ letter, positions: own.map(({ position }) => position) })),
    ),
    areas: drawn,
    unlocated: places.filter(({ position }) => !position || areaOf(position) === null).sort(byName),
  };
}

function placesIn(area: AreaKey, places: readonly MapPlace[]): LocatedPlace[] {
  return places.filter((place): place is LocatedPlace => place.position !== null && areaOf(place.position) === area);
}
