import fc from "fast-check";
import { expect, test } from "vitest";
import { makeAtlas } from "./atlas";
import { letters } from "./labels";
import type { MapListing } from "./types";

const position = fc.record({
  latitude: fc.double({ min: 32.8, max: 34.82, noNaN: true }),
  longitude: fc.double({ min: -118.95, max: -117.65, noNaN: true }),
  isApproximate: fc.boolean(),
});
const places = fc
  .array(
    fc.record({
      city: fc.constantFrom("Los Angeles", "Van Nuys", "Long Beach"),
      rank: fc.option(fc.integer({ min: 1, max: 200 })),
      position: fc.option(position, { freq: 8 }),
    }),
    { maxLength: 80 },
  )
  .map((drawn) =>
    drawn.map((each, index): MapListing => ({
      slug: `place-${index}`,
      name: `Place ${index % 7}`,
      unit: null,
      street: "1 Main Street",
      street2: null,
      phone: null,
      zip: "90001",
      kind: "outpatient",
      fromStateList: index % 3 === 0,
      treatsOpioids: index % 5 !== 0,
      notRankedFor: null,
      presence: "open",
      ...each,
    })),
  );

test("every place is in one list only, and each list has exactly the markers of its map, with the same labels", () => {
  fc.assert(
    fc.property(places, (all) => {
      const { areas, unlocated } = makeAtlas(all);
      const named = [...areas.flatMap(({ places: own, listed }) => [...own, ...listed]), ...unlocated];
      expect(named.map(({ slug }) => slug).toSorted()).toEqual(all.map(({ slug }) => slug).toSorted());
      for (const { places: own, listed, drawing } of areas) {
        expect(drawing.dots.map(({ slug }) => slug)).toEqual(listed.map(({ slug }) => slug));
        expect(listed.every(({ rank, fromStateList }) => fromStateList && rank === null)).toBe(true);
        const inList = own.map(({ slug, label, position: { isApproximate } }) => ({ slug, label, isApproximate }));
        const drawn = drawing.markers.map(({ slug, label, isApproximate }) => ({ slug, label, isApproximate }));
        expect(drawn).toEqual(inList);
        for (const list of [own.filter(({ rank }) => rank === null), listed]) {
          const comeLast = list.map(({ treatsOpioids }) => Number(!treatsOpioids));
          expect(comeLast).toEqual(comeLast.toSorted((a, b) => a - b));
        }
      }
    }),
  );
});

test("the overview has a dot for each place with a position and a letter for each area", () => {
  fc.assert(
    fc.property(places, (all) => {
      const { overview, areas } = makeAtlas(all);
      expect(overview.dots).toHaveLength(areas.flatMap(({ places: own, listed }) => [...own, ...listed]).length);
      expect(overview.letters.map(({ letter }) => letter)).toEqual(areas.map(({ letter }) => letter));
      for (const { x, y } of overview.dots) {
        expect(Math.min(x, y, overview.width - x, overview.height - y)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("ranked places carry their rank, equal ones the same; the others a letter each", () => {
  const at = { latitude: 34.05, longitude: -118.25, isApproximate: false };
  const base = {
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
    position: at,
  } as const;
  const [area] = makeAtlas([
    { ...base, slug: "z", name: "Zeta", rank: null },
    { ...base, slug: "b", name: "Beta", rank: 12 },
    { ...base, slug: "a", name: "Alpha", rank: 12 },
    { ...base, slug: "c", name: "Gamma", rank: null },
  ]).areas;
  expect(area?.places.map(({ slug, label }) => `${slug} ${label}`)).toEqual(["a 12", "b 12", "c a", "z b"]);
  expect([letters(0), letters(25), letters(26), letters(27)]).toEqual(["a", "z", "aa", "ab"]);
});

test("a map is oriented by its cities, and by ZIP codes where one city fills it", () => {
  const near = (index: number) => ({
    latitude: 34 + index / 200,
    longitude: -118.3 + index / 200,
    isApproximate: false,
  });
  const place = (index: number, city: string): MapListing => ({
    slug: `place-${index}`,
    name: `Place ${index}`,
    unit: null,
    street: "1 Main Street",
    street2: null,
    phone: null,
    city,
    zip: `900${10 + (index % 4)}`,
    kind: "hospital",
    fromStateList: false,
    treatsOpioids: true,
    notRankedFor: null,
    presence: "open",
    rank: index + 1,
    position: near(index),
  });
  const namesOf = (places: MapListing[]) => makeAtlas(places).areas[0]?.drawing.cities.map(({ name }) => name);
  expect(namesOf([place(0, "Vernon"), place(20, "Los Angeles")])?.toSorted()).toEqual(["Los Angeles", "Vernon"]);
  const many = Array.from({ length: 16 }, (_, index) => place(index, "Los Angeles"));
  expect(namesOf(many)?.every((name) => /^900\d\d$/.test(name))).toBe(true);
});
