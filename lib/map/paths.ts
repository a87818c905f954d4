import { kindSegment } from "@/lib/facts/kind-address";
import { LISTING_KINDS } from "@/lib/facts/kind";

export const MAP_PATH = "/map";

export function mapKindPath(kind: (typeof LISTING_KINDS)[number]): string {
  return `${MAP_PATH}/kinds/${kindSegment(kind)}`;
}

/** Every page of the map, as English addresses. */
export const MAP_PAGES = [MAP_PATH, ...LISTING_KINDS.map(mapKindPath)];
