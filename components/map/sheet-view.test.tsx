import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NO_FILTERS } from "@/lib/search/filters";
import { keyFactsOf } from "@/lib/search/entry-facts";
import { findSheet } from "@/lib/map/atlas";
import type { MapCard, MapListing } from "@/lib/map/types";
import { MapCards } from "./map-cards";
import { SheetView } from "./sheet-view";

const place = (slug: string, changes: Partial<MapListing> = {}): MapListing => ({
  slug,
  name: "Safe Place",
  unit: null,
  street: `${slug.length} Main Street`,
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
const DETAILS = {
  facts: keyFactsOf({ yes: [], unknown: [], noMediCalIn: null }),
  who: [],
  band: null,
  phoneExtension: null,
  answers: [],
  distance: null,
};

function draw(places: MapListing[], key: "central" | "unlocated" = "central", page = 1): string {
  const sheet = findSheet(places, { kind: null, key, page })!;
  const cards = sheet.places.map((each): MapCard => ({ ...each, ...DETAILS }));
  return renderToStaticMarkup(<SheetView locale="en" sheet={sheet} cards={cards} />);
}
const cardsOf = (html: string) =>
  [...html.matchAll(/<li id="place-([^"]+)" data-number="(\d+)".*?<\/li>/g)].map(
    ([, slug, number]) => `${slug} ${number}`,
  );
const markersOf = (html: string) => [...html.matchAll(/<a href="#place-([^"]+)" aria-label="([^"]+)".*?<\/a>/g)];

test("each number of the map leads to the card with the same number, and says the place with its address", () => {
  const html = draw([
    place("a", { rank: 1 }),
    place("bb", { unit: "North house" }),
    place("ccc", { position: { latitude: 34.06, longitude: -118.26, isApproximate: true } }),
  ]);
  const markers = markersOf(html).map(([marker, slug]) => `${slug} ${/>(\d+)<\/text>/.exec(marker)?.[1]}`);
  expect(markers).toEqual(["a 1", "bb 2", "ccc 3"]);
  expect(cardsOf(html)).toEqual(markers);
  expect(markersOf(html).map(([, , name]) => name)).toEqual([
    "1: Safe Place, 1 Main Street, Los Angeles",
    "2: Safe Place, North house, 2 Main Street, Los Angeles",
    "3: Safe Place, 3 Main Street, Los Angeles",
  ]);
  expect(html).toContain("Number 3 on the map:");
});

test("an approximate position is drawn open and dashed, and said in words; an exact one is not", () => {
  const html = draw([
    place("a"),
    place("bb", { position: { latitude: 34.06, longitude: -118.26, isApproximate: true } }),
  ]);
  const dashed = markersOf(html).filter(([marker]) => marker.includes("stroke-dasharray"));
  expect(dashed.map(([, slug]) => slug)).toEqual(["bb"]);
  expect(html.match(/Approximate position: the middle of ZIP code 90012/g)).toHaveLength(1);
});

test("places nobody can locate are listed without a drawing", () => {
  const html = draw([place("a"), place("nowhere", { position: null })], "unlocated");
  expect(cardsOf(html)).toEqual(["nowhere 1"]);
  expect(html).not.toContain('id="map"');
});

test("of more pages, each is a link, and the one that is read says so", () => {
  const many = Array.from({ length: 30 }, (_, index) => place(`place-${index}`));
  const html = draw(many, "central", 2);
  expect(html).toMatch(/<a href="\/map\/central-los-angeles\/page\/2" aria-current="page"/);
  expect(html).toMatch(/<a href="\/map\/central-los-angeles" rel="prev"/);
  expect(cardsOf(html)).toHaveLength(15);
  expect(cardsOf(html)[0]).toMatch(/ 16$/);
});

test("the cards of a search's map hand on what was asked for", () => {
  const card: MapCard = { ...place("a"), ...DETAILS, number: 1 };
  const asked = { ...NO_FILTERS, payment: ["medi-cal" as const] };
  const html = renderToStaticMarkup(<MapCards locale="en" places={[card]} asked={asked} />);
  expect(html).toContain('href="/listings/a/asked?payment=medi-cal"');
});
