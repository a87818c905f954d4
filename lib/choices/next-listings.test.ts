import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FILTER_GROUPS, optionsOf, type FilterGroup } from "@/lib/facts/filter-options";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { RINGS_MILES } from "@/lib/search/ordering";
import { keyFactsOf } from "@/lib/search/entry-facts";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { nextListings, type Candidate } from "./next-listings";
import { answersAll, wantedOf } from "./wanted";

/** A degree of latitude is about 69 miles. */
const MILE = 1 / 69.1;
const downtown = { latitude: 34.05, longitude: -118.24, approximate: false };

type Answered = Partial<Candidate> & { yes?: string[]; unknown?: string[] };

function place(slug: string, miles: number | null, more: Answered = {}): Candidate {
  const { yes = ["medication:methadone"], unknown = [], kind = "opioid_treatment_program", ...rest } = more;
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
    kind,
    fromStateList: false,
    presence: "open",
    rank: 1,
    position: miles === null ? null : { ...downtown, latitude: downtown.latitude + miles * MILE },
    answers: { yes: [`kind:${kind}`, ...yes], unknown },
    facts: keyFactsOf({ yes, unknown, noMediCalIn: null }),
    who: [],
    ...rest,
  };
}

const slugsOf = (result: ReturnType<typeof nextListings>) => result.places.map(({ slug }) => slug);
const wantedIn = ({ wanted }: ReturnType<typeof nextListings>) =>
  wanted.map(({ group, options, isAsked }) => `${group}:${options.join("|")}${isAsked ? " asked" : ""}`);

describe("the next places", () => {
  test("share the kind and a medication, and come by rank, not by distance", () => {
    const candidates = [
      place("hospital", 1, { kind: "hospital" }),
      place("far-and-better", 9),
      place("near-but-better", 1.9),
      place("naltrexone-only", 1, { yes: ["medication:naltrexone"] }),
      place("near", 1),
      place("chosen", 0),
      place("nearer", 0.5),
      place("fourth", 0.1),
    ];
    const result = nextListings([place("chosen", 0)], candidates, null);
    expect(slugsOf(result)).toEqual(["near-but-better", "near", "nearer"]);
    expect(wantedIn(result)).toEqual(["medication:methadone", "kind:opioid_treatment_program"]);
    expect(result.withinMiles).toBe(2);
    expect(result.places[0]?.miles).toBeCloseTo(1.9, 0);
  });

  test("lie in a circle that widens until three fit, and says how far it went", () => {
    const candidates = [place("a", 20), place("b", 2), place("c", 12), place("d", 14)];
    expect(nextListings([place("chosen", 0)], candidates, null)).toMatchObject({ withinMiles: 15 });
    const scattered = [place("a", 40), place("b", 2), place("unplaced", null)];
    const result = nextListings([place("chosen", 0)], scattered, null);
    expect(result.withinMiles).toBeNull();
    expect(slugsOf(result)).toEqual(["b", "a", "unplaced"]);
  });

  test("are of another kind only after all of this one, and never say no to how the person pays", () => {
    const paid = ["medication:methadone", "payment:medi-cal"];
    const candidates = [
      place("cash", 1, { yes: ["medication:methadone", "payment:self-pay"] }),
      place("outpatient", 1, { kind: "outpatient", yes: paid }),
      place("of-the-kind", 60, { yes: paid }),
    ];
    const result = nextListings([place("chosen", 0, { yes: paid })], candidates, null);
    expect(slugsOf(result)).toEqual(["of-the-kind", "outpatient"]);
    expect(wantedIn(result)).toEqual(["medication:methadone", "payment:medi-cal"]);
  });

  test("begin at a typed ZIP", () => {
    const candidates = [place("here", 0), place("there", 60), place("there-too", 61), place("there-three", 62)];
    const from = { ...downtown, latitude: downtown.latitude + 60 * MILE };
    expect(slugsOf(nextListings([place("chosen", 0)], candidates, from))).toEqual([
      "there",
      "there-too",
      "there-three",
    ]);
  });

  test("need no medication when none of the chosen places is known", () => {
    const result = nextListings([place("chosen", 0, { yes: [] })], [place("a", 1, { yes: [] })], null);
    expect(slugsOf(result)).toEqual(["a"]);
    expect(wantedIn(result)).toEqual(["kind:opioid_treatment_program"]);
  });
});

describe("what the next places inherit", () => {
  test("of places that give methadone is that they give it, not only that somebody can stay on it", () => {
    const gives = ["medication:methadone", "keeping:on-methadone"];
    const candidates = [place("takes-it", 1, { yes: ["keeping:on-methadone"] }), place("gives-it", 30, { yes: gives })];
    const chosen = [place("chosen", 0, { yes: gives })];
    expect(slugsOf(nextListings(chosen, candidates, null))).toEqual(["gives-it"]);
    const staying: ListingFilters = { ...NO_FILTERS, keeping: ["on-methadone"] };
    expect(slugsOf(nextListings(chosen, candidates, null, staying))).toEqual(["gives-it", "takes-it"]);
    const other: ListingFilters = { ...NO_FILTERS, keeping: ["on-buprenorphine"] };
    expect(wantedIn(nextListings(chosen, candidates, null, other))).not.toContain("medication:methadone");
  });

  const ASKED: ListingFilters = { ...NO_FILTERS, payment: ["medi-cal"], language: ["spanish"], people: ["a-woman"] };
  const FITS = ["medication:methadone", "payment:medi-cal", "language:spanish", "people:a-woman"];

  test("is all that the person asked for; who did not say comes after those that said yes, and says so; a no never", () => {
    const candidates = [
      place("cash", 1, { yes: [...FITS.filter((key) => key !== "payment:medi-cal"), "payment:self-pay"] }),
      place("silent", 1, { yes: FITS.filter((key) => key !== "language:spanish"), unknown: ["language:spanish"] }),
      place("fits", 30, { yes: FITS }),
    ];
    const result = nextListings([place("chosen", 0)], candidates, null, ASKED);
    expect(slugsOf(result)).toEqual(["fits", "silent"]);
    expect(result.places.map(({ unsaid }) => unsaid.flatMap(({ options }) => options))).toEqual([[], ["spanish"]]);
    expect(wantedIn(result).filter((each) => each.endsWith("asked"))).toEqual([
      "payment:medi-cal asked",
      "people:a-woman asked",
      "language:spanish asked",
    ]);
  });

  test("is what the chosen places have in common, where the person asked nothing about it", () => {
    const kept = ["keeping:on-methadone", "payment:medi-cal", "people:a-woman", "people:a-man"];
    const chosen = [place("a", 0, { yes: kept }), place("b", 0, { yes: ["keeping:on-methadone", "people:a-woman"] })];
    expect(wantedIn(nextListings(chosen, [], null))).toEqual([
      "keeping:on-methadone",
      "payment:medi-cal",
      "people:a-woman",
      "kind:opioid_treatment_program",
    ]);
    expect(
      wantedIn(nextListings(chosen, [], null, { ...NO_FILTERS, payment: ["free"], keeping: ["on-buprenorphine"] })),
    ).toEqual([
      "keeping:on-buprenorphine asked",
      "payment:free asked",
      "people:a-woman",
      "kind:opioid_treatment_program",
    ]);
  });
});

describe("whom the next places must take", () => {
  const wantedPeople = (yes: string[][], asked: Partial<ListingFilters> = {}) =>
    wantedOf(
      yes.map((each, at) => place(`${at}`, 0, { yes: each })),
      { ...NO_FILTERS, ...asked },
    ).flatMap(({ group, options }) => (group === "people" ? options : []));
  const ADULT = ["a-woman", "a-man", "a-young-adult", "an-elder"].map((each) => `people:${each}`);

  test("is nobody's child where an adult can go, unless the person asked for one", () => {
    for (const adult of ADULT) expect(wantedPeople([[adult, "people:a-minor"]])).not.toContain("a-minor");
    expect(wantedPeople([["people:a-minor"], ["people:a-minor", "people:a-man"]])).toEqual([]);
    expect(wantedPeople([["people:a-minor", ...ADULT]])).toEqual(["a-woman", "a-man"]);
    expect(wantedPeople([["people:a-minor", ...ADULT]], { people: ["a-minor"] })).toEqual(["a-minor"]);
    expect(wantedPeople([["people:a-minor", ...ADULT]], { population: ["teens"] })).toEqual([]);
  });

  test("is a minor after places where only minors can go", () => {
    expect(wantedPeople([["people:a-minor"], ["people:a-minor"]])).toEqual(["a-minor"]);
  });
});

const KEYS = FILTER_GROUPS.flatMap((group) => optionsOf(group).map((option) => `${group}:${option}`)).filter(
  (key) => !key.startsWith("kind:"),
);
const anyPlace = fc.record({
  slug: fc.stringMatching(/^[a-h]$/),
  miles: fc.option(fc.integer({ min: 0, max: 80 })),
  kind: fc.constantFrom(...LISTING_KINDS),
  yes: fc.subarray(KEYS),
  unknown: fc.subarray(KEYS),
});
const anyAsked = fc
  .record(
    Object.fromEntries(
      FILTER_GROUPS.map((group) => [
        group,
        fc.oneof(fc.constant([]), fc.subarray([...optionsOf(group)], { maxLength: 2 })),
      ]),
    ) as Record<FilterGroup, fc.Arbitrary<string[]>>,
  )
  .map((groups) => ({ ...NO_FILTERS, ...groups }) as ListingFilters);

test("never a chosen place, never one that says no to what was asked or inherited, three at most, by rank or by silence", () => {
  fc.assert(
    fc.property(
      fc.array(anyPlace, { minLength: 1, maxLength: 2 }),
      fc.array(anyPlace, { minLength: 5 }),
      anyAsked,
      (chosen, others, asked) => {
        const made = ({ slug, miles, yes, unknown, kind }: (typeof others)[number], rank: number) =>
          place(slug, miles, { kind, rank, yes, unknown: unknown.filter((key) => !yes.includes(key)) });
        const picked = chosen.map(made);
        const candidates = others.map(made);
        const { places, wanted, withinMiles } = nextListings(picked, candidates, null, asked);
        expect(places.length).toBeLessThanOrEqual(3);
        const wishes = wantedOf(picked, asked).filter(({ isWish }) => isWish);
        const order = places.map(({ rank, unsaid, miles }) => {
          const ring = RINGS_MILES.findIndex((radius) => miles !== null && miles <= radius);
          const isAlike = answersAll(candidates[rank]!, wishes);
          const step = withinMiles !== null ? 0 : ring < 0 ? RINGS_MILES.length : ring;
          return rank + step * 100 + (isAlike ? 0 : 2000) + (unsaid.length > 0 ? 1000 : 0);
        });
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const group of FILTER_GROUPS.filter((each) => asked[each].length > 0))
          expect(wanted).toContainEqual({ group, options: asked[group], isAsked: true, isWish: false });
        for (const { slug, rank, miles, unsaid } of places) {
          expect(picked.map((each) => each.slug)).not.toContain(slug);
          expect(miles ?? Infinity).toBeLessThanOrEqual(withinMiles ?? Infinity);
          const { answers } = candidates[rank]!;
          for (const each of wanted) {
            const has = (among: string[]) => each.options.some((option) => among.includes(`${each.group}:${option}`));
            expect(has(answers.yes) !== unsaid.includes(each)).toBe(true);
            expect(has(answers.yes) || has(answers.unknown)).toBe(true);
          }
        }
      },
    ),
  );
});
