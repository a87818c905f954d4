import fc from "fast-check";
import { expect, test } from "vitest";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { bandOf } from "./band";
import { checksumOf } from "./checksum";
import type { EditionEntry } from "./ranking-edition";
import { newestCheckOf, orderEntries } from "./order";
import { randomStream } from "./random";
import type { CriterionResult } from "./schema";
import { priorOf, scoreOf, tallyOf } from "./score";
import { meanKept, testStability } from "./stability";

const CRITERIA = METHOD_V1.groups.flatMap(({ criteria }) => criteria);
const SEED = checksumOf("seed");

type Values = CriterionResult["value"][];

function criteriaOf(values: Values, weights: number[] = CRITERIA.map(({ points }) => points)): CriterionResult[] {
  return CRITERIA.map(({ key }, index) => {
    const value = values[index] ?? "unknown";
    const maximum = weights[index] ?? 0;
    const dated = { source: "samhsa", asOf: "2023-01-01", asOfPrecision: "year" } as const;
    return { key, value, maximum, points: value === "yes" ? maximum : 0, ...dated };
  });
}

/** Ranks places by the published functions, with whatever weights. */
function ranked(places: Values[], weights?: number[]): EditionEntry[] {
  const all = places.map((values) => criteriaOf(values, weights));
  const prior = priorOf(all.map(tallyOf), METHOD_V1.constants.priorPercentile);
  const orderable = all.map((criteria, index) => {
    const named = { slug: `place-${index}`, name: `Place ${index}`, unit: null };
    const program = {
      ...named,
      kind: "outpatient" as const,
      members: [],
      newestCheck: newestCheckOf(criteria),
      criteria,
    };
    return { ...program, ...scoreOf(tallyOf(criteria), prior) };
  });
  return orderEntries(orderable).map((entry) => ({ ...entry, band: bandOf(entry.rank, places.length) }));
}

const someValues = fc.array(fc.constantFrom("yes" as const, "no" as const, "unknown" as const), {
  minLength: CRITERIA.length,
  maxLength: CRITERIA.length,
});
const allYes: Values = CRITERIA.map(() => "yes");
const noneBut = (index: number): Values => CRITERIA.map((_, at) => (at === index ? "yes" : "no"));

test("the same seed gives the same figures, another seed others", () => {
  const entries = ranked(fc.sample(someValues, { numRuns: 40, seed: 1 }));
  const first = testStability(METHOD_V1, entries, SEED);
  expect(testStability(METHOD_V1, entries, SEED)).toEqual(first);
  expect(testStability(METHOD_V1, entries, checksumOf("other"))).not.toEqual(first);
});

test("finds what ranking every run by the published functions finds", () => {
  const places = fc.sample(someValues, { numRuns: 30, seed: 7 });
  const entries = ranked(places);
  const { ranges, tops, runs, spread } = testStability(METHOD_V1, entries, SEED);
  const random = randomStream(SEED);
  const taken = new Map(entries.map(({ slug }) => [slug, [] as number[]]));
  const kept = new Map(tops.map(({ size }) => [size, Array<number>(size + 1).fill(0)]));
  for (let run = 0; run < runs; run++) {
    const drawn = CRITERIA.map(({ points }) => points * (1 - spread + 2 * spread * random()));
    const sum = drawn.reduce((total, weight) => total + weight, 0);
    const again = ranked(
      places,
      drawn.map((weight) => (weight * 100) / sum),
    );
    for (const { slug, rank } of again) taken.get(slug)!.push(rank);
    for (const [size, counts] of kept) {
      const top = new Set(entries.slice(0, size).map(({ slug }) => slug));
      counts[again.slice(0, size).filter(({ slug }) => top.has(slug)).length]! += 1;
    }
  }
  expect(tops).toEqual([...kept].map(([size, counts]) => ({ size, kept: counts })));
  expect(ranges).toEqual(
    entries.map(({ slug }) => {
      const ranks = taken.get(slug)!.sort((a, b) => a - b);
      return { best: ranks[0], usualBest: ranks[49], usualWorst: ranks[949], worst: ranks[999] };
    }),
  );
});

test("every run is counted, and every place's ranges lie inside one another", () => {
  fc.assert(
    fc.property(fc.array(someValues, { minLength: 1, maxLength: 14 }), (places) => {
      const { ranges, tops, runs } = testStability(METHOD_V1, ranked(places), SEED);
      expect(ranges).toHaveLength(places.length);
      expect(tops.map(({ size }) => size)).toEqual(places.length > 10 ? [10] : []);
      for (const { kept } of tops) expect(kept.reduce((sum, count) => sum + count, 0)).toBe(runs);
      for (const { best, usualBest, usualWorst, worst } of ranges) {
        const inOrder = [1, best, usualBest, usualWorst, worst, places.length];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 8 },
  );
});

test("a place that has everything is first under any weights, and places that are alike stay together", () => {
  const places = [allYes, ...Array.from({ length: 12 }, () => noneBut(3))];
  const { ranges, tops } = testStability(METHOD_V1, ranked(places), SEED);
  expect(ranges[0]).toEqual({ best: 1, usualBest: 1, usualWorst: 1, worst: 1 });
  for (const range of ranges.slice(1)) expect(range).toEqual({ best: 2, usualBest: 2, usualWorst: 2, worst: 2 });
  expect(tops.map(meanKept)).toEqual([10]);
});

test("places that differ in two criteria of equal weight change places in about half of the runs", () => {
  const [a = 0, b = 0] = CRITERIA.flatMap(({ points }, index) => (points === 6 ? [index] : []));
  const { ranges } = testStability(METHOD_V1, ranked([noneBut(a), noneBut(b)]), SEED);
  for (const range of ranges) expect(range).toMatchObject({ best: 1, usualBest: 1, usualWorst: 2, worst: 2 });
});

test("no place is no failure", () => {
  expect(testStability(METHOD_V1, [], SEED)).toMatchObject({ ranges: [], tops: [] });
});
