import { LISTING_KINDS } from "@/lib/facts/kind";
import { makeAtlas, ofKind } from "./atlas";
import { countyMapPath, sheetPath } from "./paths";
import type { MapListing } from "./types";

/** The English path of every page of the map that shows these places. */
export function mapPaths(places: readonly MapListing[]): string[] {
  return [null, ...LISTING_KINDS].flatMap((kind) => [
    countyMapPath(kind),
    ...makeAtlas(ofKind(places, kind)).flatMap(({ key, sheets }) =>
      sheets.map((_, at) => sheetPath(kind, key, at + 1)),
    ),
  ]);
}
