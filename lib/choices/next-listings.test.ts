import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { nextListings, type Candidate } from "./next-listings";

/** A degree of latitude is about 69 miles. */
const MILE = 1 / 69.1;
const downtown = { latitude: 34.05, longitude: -118.24, approximate: false };

function place(slug: string, miles: number | null, more: Partial<Candidate> & { yes?: string[] } = {}): Candidate {
  const { yes = ["MU"], ...rest } = more;
  return {
    slug,
    name: slug,
    unit: null,
    street: "1 Main St",
    street2: null,
    city: "Los Angeles",
    state: "CA",
    zip: "90012",
    phone: null,
    phoneExtension: null,
    kind: "opioid_treatment_program",
    fromStateList: false,
    presence: "open",
    rank: 1,
    position: miles === null ? null : { ...downtown, latitude: downtown.latitude + miles * MILE },
    sheets: [{ source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year", yes, no: [], unknown: [] }],
    ...rest,
  };
}

const slugsOf = (result: ReturnType<typeof nextListings>) => result.places.map(({ slug }) => slug);

test("they share the kind and a medication, and come by rank, not by distance", () => {
  const candidates = [
    place("hospital", 1, { kind: "hospital" }),
    place("far-but-better", 9),
    place("naltrexone-only", 1, { yes: ["NU"] }),
    place("near", 1),
    place("chosen", 0),
    place("nearer", 0.5),
    place("fourth", 0.1),
  ];
  const result = nextListings([place("chosen", 0)], candidates, null);
  expect(slugsOf(result)).toEqual(["far-but-better", "near", "nearer"]);
  expect(result).toMatchObject({
    kinds: ["opioid_treatment_program"],
    medications: ["methadone"],
    withinMiles: 10,
  });
  expect(result.places[0]?.miles).toBeCloseTo(9, 0);
});

test("the circle widens until three fit, and says how far it went", () => {
  const candidates = [place("a", 20), place("b", 2), place("c", 12)];
  expect(nextListings([place("chosen", 0)], candidates, null)).toMatchObject({ withinMiles: 25 });
  const scattered = [place("a", 40), place("b", 2), place("unplaced", null)];
  const result = nextListings([place("chosen", 0)], scattered, null);
  expect(result.withinMiles).toBeNull();
  expect(slugsOf(result)).toEqual(["a", "b", "unplaced"]);
});

test("a typed ZIP is where the search begins", () => {
  const candidates = [place("here", 0), place("there", 60), place("there-too", 61), place("there-three", 62)];
  const from = { ...downtown, latitude: downtown.latitude + 60 * MILE };
  expect(slugsOf(nextListings([place("chosen", 0)], candidates, from))).toEqual(["there", "there-too", "there-three"]);
});

test("when no medication of the chosen places is known, none is asked for", () => {
  const result = nextListings([place("chosen", 0, { yes: [] })], [place("a", 1, { yes: [] })], null);
  expect(slugsOf(result)).toEqual(["a"]);
  expect(result.medications).toEqual([]);
});

test("never a chosen place, never another kind, never more than three, always in the given order", () => {
  const candidate = fc.record({
    slug: fc.stringMatching(/^[a-h]$/),
    miles: fc.option(fc.integer({ min: 0, max: 80 })),
    kind: fc.constantFrom(...LISTING_KINDS),
    yes: fc.subarray(["MU", "BU", "NU"]),
  });
  fc.assert(
    fc.property(fc.array(candidate, { minLength: 1, maxLength: 2 }), fc.array(candidate), (chosen, others) => {
      const picked = chosen.map(({ slug, miles, ...more }) => place(slug, miles, more));
      const candidates = others.map(({ slug, miles, ...more }, rank) => place(slug, miles, { ...more, rank }));
      const { places, withinMiles } = nextListings(picked, candidates, null);
      expect(places.length).toBeLessThanOrEqual(3);
      const ranks = places.map(({ rank }) => rank);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      for (const { slug, kind, miles } of places) {
        expect(picked.map((each) => each.slug)).not.toContain(slug);
        expect(picked.map((each) => each.kind)).toContain(kind);
        expect(miles ?? Infinity).toBeLessThanOrEqual(withinMiles ?? Infinity);
      }
    }),
  );
});
