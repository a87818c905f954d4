import { kindSegment } from "@/lib/facts/kind-segment";
import type { ListingKind } from "@/lib/facts/kind";

export const MAP_PATH = "/map";

export function mapKindPath(kind: ListingKind): string {
  return `${MAP_PATH}/kinds/${kindSegment(kind)}`;
}
