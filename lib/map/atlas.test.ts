import fc from "fast-check";
import { expect, test } from "vitest";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { areaOf } from "./areas";
import { findSheet, isLocated, makeAtlas, ofKind } from "./atlas";
import { drawSheet, MARKER_RADIUS } from "./drawing";
import { MAX_ON_SHEET } from "./halving";
import { mapPaths } from "./sheet-paths";
import type { MapListing } from "./types";

const position = fc.record({
  latitude: fc.oneof(fc.constant(34.05), fc.double({ min: 32.8, max: 34.82, noNaN: true })),
  longitude: fc.oneof(fc.constant(-118.25), fc.double({ min: -118.95, max: -117.65, noNaN: true })),
  isApproximate: fc.boolean(),
});
const places = fc
  .array(
    fc.record({
      city: fc.constantFrom("Los Angeles", "Van Nuys", "Long Beach"),
      kind: fc.constantFrom(...LISTING_KINDS),
      rank: fc.option(fc.integer({ min: 1, max: 200 })),
      position: fc.option(position, { freq: 8 }),
      fromStateList: fc.boolean(),
      treatsOpioids: fc.boolean(),
    }),
    { maxLength: 120 },
  )
  .map((drawn) => drawn.map((each, index) => place(`place-${index}`, { name: `Place ${index % 7}`, ...each })));

function place(slug: string, changes: Partial<MapListing> = {}): MapListing {
  return {
    slug,
    name: `Place ${slug}`,
    unit: null,
    street: "1 Main Street",
    street2: null,
    phone: null,
    city: "Los Angeles",
    zip: "90012",
    kind: "hospital",
    fromStateList: false,
    treatsOpioids: true,
    notRankedFor: null,
    presence: "open",
    rank: null,
    position: { latitude: 34.05, longitude: -118.25, isApproximate: false },
    ...changes,
  };
}

const slugs = (some: readonly { slug: string }[]) => some.map(({ slug }) => slug).toSorted();

test("every place is on one page of one section, and has a number there that no other place of the section has", () => {
  fc.assert(
    fc.property(places, (all) => {
      const sections = makeAtlas(all);
      expect(slugs(sections.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.places)))).toEqual(slugs(all));
      for (const { key, count, sheets } of sections) {
        const shown = sheets.flatMap((sheet) => sheet.places);
        expect(shown.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
        const areas = shown.map((each) => (each.position && areaOf(each.position)) ?? "unlocated");
        expect(areas.every((area) => area === key)).toBe(true);
        const sizes = sheets.map((sheet) => sheet.places.length);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_ON_SHEET);
        expect(sheets).toHaveLength(Math.ceil(count / MAX_ON_SHEET));
      }
    }),
  );
});

test("a page's drawing has the numbers of its list, each once, at the place or with a line to it", () => {
  fc.assert(
    fc.property(places, (all) => {
      for (const { key, sheets } of makeAtlas(all).filter(({ key }) => key !== "unlocated"))
        for (const [index, sheet] of sheets.entries()) {
          const { markers, names } = drawSheet(sheet.places.filter(isLocated));
          expect(markers.map(({ slug, number }) => `${slug} ${number}`)).toEqual(
            sheet.places.map(({ slug, number }) => `${slug} ${number}`),
          );
          expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
          const found = findSheet(all, { kind: null, key, page: index + 1 });
          expect(found?.places).toEqual(sheet.places);
          expect(found?.others.length).toBe(all.filter(isLocated).length - sheet.places.length);
        }
    }),
    { numRuns: 30 },
  );
});

test("no number stands where somebody asked from", () => {
  const start = { latitude: 34.05, longitude: -118.25 };
  const all = Array.from({ length: 20 }, (_, index) => place(`place-${index}`));
  const [sheet] = makeAtlas(all)[0]!.sheets;
  const { markers, start: point } = drawSheet(sheet!.places.filter(isLocated), { start });
  for (const { x, y } of markers)
    expect(Math.hypot(x - point!.x, y - point!.y)).toBeGreaterThanOrEqual(2 * MARKER_RADIUS);
});

test("the maps of the kinds hold together what the map of all holds, and there is no page past the last", () => {
  fc.assert(
    fc.property(places, (all) => {
      const byKind = LISTING_KINDS.flatMap((kind) => makeAtlas(ofKind(all, kind)));
      expect(slugs(byKind.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.places)))).toEqual(slugs(all));
      for (const { key, sheets } of makeAtlas(all))
        for (const page of [0, sheets.length + 1, null]) expect(findSheet(all, { kind: null, key, page })).toBeNull();
      const paths = mapPaths(all);
      expect(new Set(paths).size).toBe(paths.length);
    }),
    { numRuns: 30 },
  );
});

test("ranked places come first, by rank; then those of the survey, those of the state's list, and those for others", () => {
  const [section] = makeAtlas([
    place("other", { treatsOpioids: false, name: "Alpha" }),
    place("listed", { fromStateList: true, name: "Alpha" }),
    place("z", { name: "Zeta" }),
    place("b", { name: "Beta", rank: 12 }),
    place("first", { name: "Omega", rank: 2 }),
    place("a", { name: "Alpha", rank: 12 }),
    place("c", { name: "Gamma" }),
  ]);
  const shown = section?.sheets[0]?.places.map(({ slug, number }) => `${number} ${slug}`);
  expect(shown).toEqual(["1 first", "2 a", "3 b", "4 c", "5 z", "6 listed", "7 other"]);
});

test("the pages of an area lie apart: one is north or west of the next", () => {
  const all = Array.from({ length: 60 }, (_, index) =>
    place(`place-${index}`, {
      position: { latitude: 34.05, longitude: -118.35 + ((index * 7) % 60) / 400, isApproximate: false },
    }),
  );
  const sheets = makeAtlas(all)[0]!.sheets.map((sheet) => sheet.places.map(({ position: at }) => at!.longitude));
  expect(sheets.map(({ length }) => length)).toEqual([20, 20, 20]);
  expect(Math.max(...sheets[0]!)).toBeLessThan(Math.min(...sheets[1]!));
  expect(Math.max(...sheets[1]!)).toBeLessThan(Math.min(...sheets[2]!));
});

test("a page is named by the cities of its places, in Los Angeles by neighborhoods", () => {
  const at = (latitude: number, longitude: number) => ({ latitude, longitude, isApproximate: false });
  const [section] = makeAtlas([
    place("one", { position: at(34.098, -118.3267) }),
    place("two", { position: at(34.099, -118.327) }),
    place("three", { position: at(34.005, -118.23), city: "Vernon" }),
  ]);
  expect(section?.sheets[0]?.names).toEqual(["Hollywood", "Vernon"]);
});

test("a map is oriented by names, and by ZIP codes where one name fills it", () => {
  const near = (index: number, city: string) =>
    place(`place-${index}`, {
      city,
      zip: `900${10 + (index % 4)}`,
      position: { latitude: 33.8 + index / 200, longitude: -118.2 + index / 200, isApproximate: false },
    });
  const namesOf = (some: MapListing[]) =>
    drawSheet(makeAtlas(some)[0]!.sheets[0]!.places.filter(isLocated)).names.map(({ name }) => name);
  expect(namesOf([near(0, "Vernon"), near(20, "Downey")]).toSorted()).toEqual(["Downey", "Vernon"]);
  const many = Array.from({ length: 20 }, (_, index) => near(index, "Long Beach"));
  expect(namesOf(many).every((name) => /^900\d\d$/.test(name))).toBe(true);
});
