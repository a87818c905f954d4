import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MapListing } from "@/lib/map/types";
import { CountyMap } from "./county-map";

const place = (slug: string, changes: Partial<MapListing> = {}): MapListing => ({
  slug,
  name: `Place ${slug}`,
  unit: null,
  street: "1 Main Street",
  street2: null,
  phone: null,
  city: "Los Angeles",
  zip: "90012",
  kind: "outpatient",
  fromStateList: false,
  treatsOpioids: true,
  presence: "open",
  rank: null,
  notRankedFor: "not_surveyed",
  position: { latitude: 34.05, longitude: -118.25, isApproximate: false },
  ...changes,
});
const draw = (places: MapListing[]) => renderToStaticMarkup(<CountyMap locale="en" places={places} kind={null} />);
const linesOf = (html: string) => [...html.matchAll(/<li id="place-([^"]+)" data-label="([^"]+)".*?<\/li>/g)];
const markersOf = (html: string) => [...html.matchAll(/<a href="#place-([^"]+)" tabindex="-1".*?<\/a>/g)];
const labelOf = (marker: string) => /<text[^>]*>([^<]+)<\/text>/.exec(marker)?.[1];

const places = [
  place("one", { rank: 1 }),
  place("two", { rank: 1, position: { latitude: 34.06, longitude: -118.26, isApproximate: true } }),
  place("three"),
  place("far", { rank: 7, position: { latitude: 34.7, longitude: -118.14, isApproximate: false } }),
  place("nowhere", { rank: 9, position: null }),
];

test("the list says what the map draws: the same places with the same numbers and letters", () => {
  const html = draw(places);
  const lines = linesOf(html).map(([, slug, label]) => `${slug} ${label}`);
  const markers = markersOf(html).map(([marker, slug]) => `${slug} ${labelOf(marker)}`);
  expect(markers.toSorted()).toEqual(["far 7", "one 1", "three a", "two 1"]);
  expect(lines.toSorted()).toEqual([...markers, "nowhere 9"].toSorted());
});

test("an approximate position is drawn open and dashed, and said in words; an exact one is not", () => {
  const html = draw(places);
  const dashed = markersOf(html).filter(([marker]) => marker.includes("stroke-dasharray"));
  const worded = linesOf(html).filter(([line]) => line.includes("Approximate position: the middle of ZIP code 90012"));
  expect(dashed.map(([, slug]) => slug)).toEqual(["two"]);
  expect(worded.map(([, slug]) => slug)).toEqual(["two"]);
});

test("a place nobody can locate is listed apart", () => {
  const [before, after] = draw(places).split('id="not-on-the-map"');
  expect(linesOf(before!).map(([, slug]) => slug)).not.toContain("nowhere");
  expect(linesOf(after!).map(([, slug]) => slug)).toEqual(["nowhere"]);
  expect(draw(places.slice(0, 4))).not.toContain("not-on-the-map");
});

test("a place of the state's list is a dot, named at the end of its list; ranked it has its number", () => {
  const html = draw([
    place("one", { rank: 1 }),
    place("dot", { fromStateList: true }),
    place("checked", { fromStateList: true, rank: 2 }),
  ]);
  expect(linesOf(html).map(([, slug, label]) => `${slug} ${label}`)).toEqual(["one 1", "checked 2"]);
  expect(html).toContain("<title>Place dot, 1 Main Street, Los Angeles</title>");
  expect(html).toMatch(/1 place known from the state’s list of licenses.*\/listings\/dot/);
});

test("a map of nothing says so", () => {
  expect(draw([])).toContain("There is no place of this kind now.");
});
