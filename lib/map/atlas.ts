import { LISTING_KINDS, type ListingKind } from "@/lib/facts/kind";
import { MAX_ON_SHEET, neighborhoods } from "./halving";
import { inListOrder, numberedFrom, type Numbered } from "./numbering";
import { SECTIONS, sectionOf, type SectionKey } from "./sections";
import { mainSurroundings } from "./surroundings";
import type { LocatedListing, MapListing, MapPosition } from "./types";

/** One page of the map. */
export interface Sheet {
  /** What most of its places are near, to tell it from the others; none where no map shows them. */
  names: string[];
  /** In the order of the list. A number is given once in a section. */
  places: Numbered<MapListing>[];
}

/** An area, or the places that no map can show. */
export interface AtlasSection {
  key: SectionKey;
  count: number;
  /** At least one. */
  sheets: Sheet[];
}

/** Every place on one sheet of one section, with one number there; sections without places are left out. */
export function makeAtlas(places: readonly MapListing[]): AtlasSection[] {
  return SECTIONS.map((key) => ({ key, own: places.filter((place) => sectionOf(place) === key) }))
    .filter(({ own }) => own.length > 0)
    .map(({ key, own }) => ({ key, count: own.length, sheets: key === "unlocated" ? listed(own) : drawn(own) }));
}

function drawn(places: readonly MapListing[]): Sheet[] {
  let before = 0;
  return neighborhoods(places.filter(isLocated), MAX_ON_SHEET).map((group) => {
    const sheet = { names: mainSurroundings(group), places: numberedFrom(before, inListOrder(group)) };
    before += group.length;
    return sheet;
  });
}

function listed(places: readonly MapListing[]): Sheet[] {
  const all = numberedFrom(0, inListOrder(places));
  const count = Math.ceil(all.length / MAX_ON_SHEET);
  return Array.from({ length: count }, (_, page) => {
    return { names: [], places: all.slice(page * MAX_ON_SHEET, (page + 1) * MAX_ON_SHEET) };
  });
}

export const isLocated = <Listing extends { position: MapPosition | null }>(
  place: Listing,
): place is Listing & Pick<LocatedListing, "position"> => place.position !== null;

/** A sheet as its page shows it. */
export interface ShownSheet extends Sheet {
  kind: ListingKind | null;
  section: AtlasSection;
  /** From 1. */
  page: number;
  /** Where the other places of its map's surroundings are, which other sheets list. */
  others: MapPosition[];
  /** The kinds of care that the section has. */
  kinds: ListingKind[];
}

/**
 * One page of the map of all places, or of one kind of care; null where there is none.
 * @param page from 1; null, which names no page, has none
 */
export function findSheet(
  all: readonly MapListing[],
  { kind, key, page }: { kind: ListingKind | null; key: SectionKey; page: number | null },
): ShownSheet | null {
  const places = ofKind(all, kind);
  const here = all.filter((place) => sectionOf(place) === key);
  const [section] = makeAtlas(ofKind(here, kind));
  const sheet = section?.sheets[(page ?? 0) - 1];
  if (!section || !sheet || page === null) return null;
  const own = new Set(sheet.places.map(({ slug }) => slug));
  return {
    ...sheet,
    kind,
    section,
    page,
    others: places.filter(({ slug }) => !own.has(slug)).flatMap(({ position }) => position ?? []),
    kinds: LISTING_KINDS.filter((each) => here.some((place) => place.kind === each)),
  };
}

/** The places of one kind of care, or all. */
export function ofKind(places: readonly MapListing[], kind: ListingKind | null): MapListing[] {
  return places.filter((place) => kind === null || place.kind === kind);
}
