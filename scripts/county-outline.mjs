// Writes lib/map/county-outline.json: the border of Los Angeles County (FIPS 06037) from the Census Bureau's
// cartographic boundary files, through the package us-atlas. Run it again when that package is updated.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { feature } from "topojson-client";

const LOS_ANGELES = "06037";
const FILE = path.join(import.meta.dirname, "../lib/map/county-outline.json");

/** Closed rings of [longitude, latitude] in degrees, the mainland first, then the islands; about 10 m exact. */
export function countyOutline() {
  const atlas = fileURLToPath(import.meta.resolve("us-atlas/counties-10m.json"));
  const topology = JSON.parse(readFileSync(atlas, "utf8"));
  const county = topology.objects.counties.geometries.find(({ id }) => id === LOS_ANGELES);
  const rings = feature(topology, county).geometry.coordinates.map(([outer]) => outer);
  const rounded = rings.map((ring) => ring.map((point) => point.map((degrees) => Number(degrees.toFixed(4)))));
  return rounded.sort((a, b) => b.length - a.length);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, `${JSON.stringify(countyOutline())}\n`);
