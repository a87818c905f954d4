import { makeAtlas } from "@/lib/map/atlas";
import { listMapListings } from "@/lib/map/queries";
import { sectionSegment } from "@/lib/map/sections";

/** On which page of which area a place is, on the map of all places. */
export async function mapPageOf(slug: string): Promise<{ area: string; page: number }> {
  for (const { key, sheets } of makeAtlas(await listMapListings())) {
    const at = sheets.findIndex(({ places }) => places.some((place) => place.slug === slug));
    if (at >= 0) return { area: sectionSegment(key), page: at + 1 };
  }
  throw new Error(`${slug} is on no page of the map`);
}
