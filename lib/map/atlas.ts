import { AREAS, areaOf, type AreaKey } from "./areas";
import { drawArea, type AreaDrawing } from "./drawing";
import { byName, isDot, labelListings, lastOf, type Labeled } from "./labels";
import { drawOverview, type Overview } from "./overview";
import type { LocatedListing, MapListing } from "./types";

export interface AtlasArea {
  key: AreaKey;
  /** The area's letter on the overview: A for the first area with places, and so on. */
  letter: string;
  /** In the order of the list; each has one marker with the same label in the drawing. */
  places: Labeled<LocatedListing>[];
  /** Small dots of the drawing, by city and name. */
  listed: LocatedListing[];
  drawing: AreaDrawing;
}

/** The county in one drawing, one drawing for each area, and the listings that cannot be drawn. */
export interface Atlas {
  overview: Overview;
  areas: AtlasArea[];
  /** Without a position, or with one far from the county, by name. */
  unlocated: MapListing[];
}

/** Puts every place into exactly one area's list and drawing, or among those that cannot be drawn. */
export function makeAtlas(places: readonly MapListing[]): Atlas {
  const areas = AREAS.map(({ key }) => ({ key, all: listingsIn(key, places) })).filter(({ all }) => all.length > 0);
  const drawn = areas.map(({ key, all }, index) => {
    const labeled = labelListings(all.filter((place) => !isDot(place)));
    const listed = all
      .filter(isDot)
      .sort((a, b) => lastOf(a) - lastOf(b) || a.city.localeCompare(b.city, "en") || byName(a, b));
    const letter = String.fromCodePoint(65 + index);
    return { key, letter, places: labeled, listed, drawing: drawArea(labeled, listed) };
  });
  return {
    overview: drawOverview(
      drawn.map(({ letter, places: own, listed }) => {
        return { letter, positions: [...own, ...listed].map(({ position }) => position) };
      }),
    ),
    areas: drawn,
    unlocated: places.filter(({ position }) => !position || areaOf(position) === null).sort(byName),
  };
}

function listingsIn(area: AreaKey, places: readonly MapListing[]): LocatedListing[] {
  return places.filter((place): place is LocatedListing => place.position !== null && areaOf(place.position) === area);
}
