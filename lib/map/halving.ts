// Which places share a page of the map: those near each other, as many as one map can show and one page can list.

import type { LocatedListing } from "./types";

/** Places on one page of the map. */
export const MAX_ON_SHEET = 25;

type Side = "latitude" | "longitude";

/**
 * Cuts places into groups of at most `max` that lie together, as few and as even as possible: a map is cut across its
 * longer side, and each piece again. North comes before south, and west before east.
 */
export function neighborhoods<Listing extends Pick<LocatedListing, "slug" | "position">>(
  places: readonly Listing[],
  max: number,
): Listing[][] {
  return places.length === 0 ? [] : cut(places, Math.ceil(places.length / max));
}

function cut<Listing extends Pick<LocatedListing, "slug" | "position">>(
  places: readonly Listing[],
  pieces: number,
): Listing[][] {
  if (pieces === 1) return [[...places]];
  const side = longerSide(places);
  const direction = side === "latitude" ? -1 : 1;
  const sorted = places.toSorted(
    (a, b) => direction * (a.position[side] - b.position[side]) || (a.slug < b.slug ? -1 : 1),
  );
  const first = Math.floor(pieces / 2);
  const at = Math.round((sorted.length * first) / pieces);
  return [...cut(sorted.slice(0, at), first), ...cut(sorted.slice(at), pieces - first)];
}

function longerSide(places: readonly Pick<LocatedListing, "position">[]): Side {
  const length = (side: Side) => {
    const values = places.map(({ position }) => position[side]);
    return Math.max(...values) - Math.min(...values);
  };
  // A degree of longitude is shorter; see projection.
  return length("latitude") > length("longitude") * 0.83 ? "latitude" : "longitude";
}
