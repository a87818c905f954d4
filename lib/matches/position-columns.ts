import type { Position } from "@/lib/facts/position";

/** How a position is kept; three blanks when there is none. */
export function positionColumns(position: Position | null) {
  return {
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    positionSource: position?.source ?? null,
  };
}
