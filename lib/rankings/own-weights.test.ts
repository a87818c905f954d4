import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { orderEntries } from "./order";
import { priorOf, scoreOf, tallyOf } from "./score";
import { editorialWeights, shareOf, weigh, type Scale, type Weighable } from "./own-weights";

/** Groups of a few criteria each, their points summing to 100 as in every method. */
const scale: fc.Arbitrary<Scale> = fc
  .array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })
  .filter((groups) => total(groups) < 100)
  .chain((groups) =>
    fc.record({
      priorPercentile: fc.constantFrom(0, 25, 50, 90),
      groups: fc.constant(
        [...groups, [100 - total(groups)]].map((points, index) => ({ key: `group-${index}`, points })),
      ),
    }),
  );

const total = (groups: number[][]) => groups.flat().reduce((sum, each) => sum + each, 0);

function placesOf({ groups }: Scale): fc.Arbitrary<Weighable[]> {
  const count = groups.flatMap(({ points }) => points).length;
  const place = fc.record({
    slug: fc.uuid(),
    name: fc.constantFrom("Amber", "amber", "Beacon"),
    unit: fc.constantFrom(null, "North"),
    newestCheck: fc.constantFrom(null, "2023-01-01", "2026-08-21"),
    answers: fc.array(fc.constantFrom("yes" as const, "no" as const, "unknown" as const), {
      minLength: count,
      maxLength: count,
    }),
  });
  return fc.uniqueArray(place, { selector: ({ slug }) => slug, minLength: 1, maxLength: 25 });
}

const case_ = scale.chain((given) => fc.record({ scale: fc.constant(given), places: placesOf(given) }));

function weightsOf({ groups }: Scale, maximum = 100): fc.Arbitrary<number[]> {
  return fc
    .array(fc.integer({ min: 0, max: maximum }), { minLength: groups.length, maxLength: groups.length })
    .filter((weights) => weights.some((weight) => weight > 0));
}

/** The editorial ranking, by the functions that publish an edition. */
function editorial({ groups, priorPercentile }: Scale, places: Weighable[]) {
  const points = groups.flatMap((group) => group.points);
  const tallies = places.map(({ answers }) =>
    tallyOf(answers.map((value, index) => ({ value, maximum: points[index] ?? 0 }))),
  );
  const prior = priorOf(tallies, priorPercentile);
  return orderEntries(places.map((place, index) => ({ ...place, ...scoreOf(tallies[index]!, prior) })));
}

const place = (slug: string, ...answers: Weighable["answers"][number][]): Weighable => {
  return { slug, name: slug, unit: null, newestCheck: null, answers };
};
const TWO_GROUPS: Scale = {
  priorPercentile: 25,
  groups: [
    { key: "medication", points: [45, 45] },
    { key: "family", points: [10] },
  ],
};

describe("own weights", () => {
  test("that are the method's give the editorial scores and order, to the last digit", () => {
    fc.assert(
      fc.property(case_, ({ scale, places }) => {
        expect(weigh(scale, editorialWeights(scale), places)).toEqual(editorial(scale, places));
      }),
    );
  });

  test("give the same order and scores when all are scaled alike", () => {
    const scaled = case_.chain((given) =>
      fc.tuple(fc.constant(given), weightsOf(given.scale, 20), fc.integer({ min: 2, max: 5 })),
    );
    fc.assert(
      fc.property(scaled, ([{ scale, places }, weights, factor]) => {
        const larger = weights.map((weight) => weight * factor);
        expect(weigh(scale, larger, places)).toEqual(weigh(scale, weights, places));
      }),
    );
  });

  test("give the same whatever order the places come in", () => {
    const shuffled = case_.chain((given) =>
      fc.tuple(
        fc.constant(given),
        weightsOf(given.scale),
        fc.shuffledSubarray(given.places, { minLength: given.places.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ scale, places }, weights, other]) => {
        expect(weigh(scale, weights, other)).toEqual(weigh(scale, weights, places));
      }),
    );
  });

  test("keep every score within its range, and the range within 0–100", () => {
    const weighed = case_.chain((given) => fc.tuple(fc.constant(given), weightsOf(given.scale)));
    fc.assert(
      fc.property(weighed, ([{ scale, places }, weights]) => {
        for (const { score, low, high, coverage } of weigh(scale, weights, places) ?? []) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(score).toBeGreaterThanOrEqual(low);
          expect(score).toBeLessThanOrEqual(high + 1e-9);
          expect(high).toBeLessThanOrEqual(100 + 1e-9);
          expect(coverage).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("of one group alone rank by that group alone", () => {
    const [first, second] = weigh(
      TWO_GROUPS,
      [0, 7],
      [place("medication", "yes", "yes", "no"), place("family", "no", "no", "yes")],
    )!;
    expect([first?.slug, first?.score, first?.rank]).toEqual(["family", 100, 1]);
    expect([second?.slug, second?.score, second?.rank]).toEqual(["medication", 0, 2]);
  });

  test("count by the published formula: half family, half medication of which half is known", () => {
    const known = place("known", "yes", "no", "yes");
    const partly = place("partly", "yes", "unknown", "no");
    const [first, second] = weigh(TWO_GROUPS, [50, 50], [known, partly])!;
    // Known: 25 + 50 of 100. Partly: 25 of 75; the typical rate is a quarter of the way from 1/3 to 3/4.
    const rate = 1 / 3 + (3 / 4 - 1 / 3) / 4;
    expect(first).toMatchObject({ slug: "known", score: 75, low: 75, high: 75, coverage: 1 });
    expect(second).toMatchObject({ slug: "partly", low: 25, high: 50, coverage: 0.75 });
    expect(second?.score).toBeCloseTo(25 + 25 * rate, 12);
  });

  test("that are all 0 rank nothing", () => {
    expect(weigh(TWO_GROUPS, [0, 0], [place("a", "yes", "yes", "yes")])).toBeNull();
    expect(shareOf([0, 0], 0)).toBe(0);
    expect(shareOf([30, 10], 0)).toBe(0.75);
  });

  test("begin with the points of the method's eight groups", () => {
    const groups = METHOD_V1.groups.map(({ key, criteria }) => ({ key, points: criteria.map(({ points }) => points) }));
    expect(editorialWeights({ priorPercentile: 25, groups })).toEqual([30, 10, 14, 12, 8, 10, 4, 12]);
  });
});
