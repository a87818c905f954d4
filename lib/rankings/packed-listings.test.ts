import fc from "fast-check";
import { expect, test } from "vitest";
import { packListings, unpackListings, type PackableListing } from "./packed-listings";

const CRITERIA = 7;
const GROUPS = [
  { key: "a", points: [1, 2, 3] },
  { key: "b", points: [4, 5, 6, 7] },
];
const place = fc.record<PackableListing>({
  slug: fc.constantFrom("", "amber-north-la", "amber-north-la-2", "beacon"),
  name: fc.oneof(fc.constantFrom("Amber", "A|B % C", "*"), fc.string()),
  unit: fc.option(fc.constantFrom("North", "50%|*")),
  where: fc.constantFrom("1 Main Street, LA", "LA", ""),
  line: fc.constantFrom("Outpatient", "Hospital · 2 addresses"),
  newestCheck: fc.constantFrom(null, "2026-08-21"),
  answers: fc.array(fc.constantFrom("yes", "no", "unknown"), { minLength: CRITERIA, maxLength: CRITERIA }),
  editorialRank: fc.integer({ min: 1, max: 999 }),
  isClosed: fc.boolean(),
});

test("what is packed comes out as it was, whatever stands in it", () => {
  fc.assert(
    fc.property(fc.array(place), (places) => {
      const packed: unknown = JSON.parse(JSON.stringify(packListings(places)));
      expect(unpackListings({ groups: GROUPS }, packed as ReturnType<typeof packListings>)).toEqual(places);
    }),
  );
});

test("a slug of a place's own words is not written out, nor is a text twice", () => {
  const amber: PackableListing = {
    slug: "amber-north-la-2",
    name: "Amber",
    unit: "North",
    where: "1 Main Street, LA",
    line: "Outpatient",
    newestCheck: "2026-08-21",
    answers: ["yes", "yes", "yes", "no", "unknown", "unknown", "no"],
    editorialRank: 3,
    isClosed: false,
  };
  expect(packListings([amber, amber])).toEqual({
    texts: ["Amber", "Outpatient", "2026-08-21"],
    places: Array(2).fill("*-2|0|North|1 Main Street, LA|1|2|q99|3"),
  });
});
