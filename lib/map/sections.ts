// What the pages of the map are about: each area, and last the places that no map can show.

import { AREAS, areaOf, type AreaKey } from "./areas";
import type { MapListing } from "./types";

export type SectionKey = AreaKey | "unlocated";

/** In the order that the map lists them. */
export const SECTIONS: readonly SectionKey[] = [...AREAS.map(({ key }) => key), "unlocated"];

/** Where a place is shown. Without a position, or with one far from the county, it is listed apart. */
export function sectionOf({ position }: Pick<MapListing, "position">): SectionKey {
  return (position && areaOf(position)) ?? "unlocated";
}

/** A section as a part of a URL: "central-los-angeles". */
export function sectionSegment(section: SectionKey): string {
  return AREAS.find(({ key }) => key === section)?.segment ?? "not-on-the-map";
}

/** The section that a part of a URL names; undefined for any other spelling. */
export function sectionOfSegment(segment: string): SectionKey | undefined {
  return SECTIONS.find((section) => sectionSegment(section) === segment);
}
