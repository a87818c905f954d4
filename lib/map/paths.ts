import { kindSegment } from "@/lib/facts/kind-segment";
import type { ListingKind } from "@/lib/facts/kind";
import { filtersQuery, type ListingFilters } from "@/lib/search/filters";
import { sectionSegment, type SectionKey } from "./sections";

export const MAP_PATH = "/map";
/** The map of a search; its query is the search's. */
export const SEARCH_MAP_PATH = `${MAP_PATH}/asked`;

/** The map of the whole county: of one kind of care, or of all. */
export function countyMapPath(kind: ListingKind | null): string {
  return kind ? `${MAP_PATH}/kinds/${kindSegment(kind)}` : MAP_PATH;
}

/** One page of the map, from 1; the first is the section's own. */
export function sheetPath(kind: ListingKind | null, section: SectionKey, page: number): string {
  const first = `${countyMapPath(kind)}/${sectionSegment(section)}`;
  return page === 1 ? first : `${first}/page/${page}`;
}

/** The map of a search: the same page of the same places. Without a question, the map of the county. */
export function searchMapPath(filters: ListingFilters): string {
  const query = filtersQuery(filters);
  return query ? SEARCH_MAP_PATH + query : MAP_PATH;
}
