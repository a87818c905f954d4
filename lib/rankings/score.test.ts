import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TOTAL_WEIGHT, type CriterionResult } from "./schema";
import { explainScore, priorOf, roundScore, scoreOf, tallyOf } from "./score";

const value = fc.constantFrom<CriterionResult["value"]>("yes", "no", "unknown");
const prior = fc.double({ min: 0, max: 1, noNaN: true });

/** Criteria whose weights sum to 100, as every method's do. */
const criteria = fc
  .array(fc.record({ value, weight: fc.integer({ min: 1, max: 20 }) }), { minLength: 1, maxLength: 40 })
  .map((rows) => {
    const kept: CriterionResult[] = [];
    for (const row of rows) kept.push(criterion(kept.length, row.value, Math.min(row.weight, restOf(kept))));
    return [...kept, criterion(kept.length, rows[0]?.value ?? "no", restOf(kept))].filter(({ maximum }) => maximum > 0);
  });

function restOf(kept: CriterionResult[]): number {
  return TOTAL_WEIGHT - kept.reduce((sum, { maximum }) => sum + maximum, 0);
}

function criterion(index: number, answer: CriterionResult["value"], maximum: number): CriterionResult {
  const points = answer === "yes" ? maximum : 0;
  return { key: `c${index}`, value: answer, points, maximum, source: null, asOf: null, asOfPrecision: null };
}

function answered(given: CriterionResult[], index: number, answer: CriterionResult["value"]): CriterionResult[] {
  return given.map((each, at) => (at === index ? criterion(at, answer, each.maximum) : each));
}

const scoreWith = (given: CriterionResult[], rate: number) => scoreOf(tallyOf(given), rate);

describe("score", () => {
  test("80 points known, 60 of them yes, and a typical rate of 0.7 make 74, between 60 and 80", () => {
    expect(scoreOf({ known: 80, yes: 60 }, 0.7)).toEqual({ score: 74, low: 60, high: 80, coverage: 0.8 });
  });

  test("the score is the published formula", () => {
    fc.assert(
      fc.property(criteria, prior, (given, rate) => {
        const { known, yes } = tallyOf(given);
        fc.pre(known > 0);
        const coverage = known / TOTAL_WEIGHT;
        const published = 100 * (coverage * (yes / known) + (1 - coverage) * rate);
        expect(scoreWith(given, rate).score).toBeCloseTo(published, 9);
      }),
    );
  });

  test("a yes never lowers a score, a no never raises one, and unknown lies between", () => {
    fc.assert(
      fc.property(criteria, prior, fc.nat(), (given, rate, seed) => {
        const index = seed % given.length;
        const [no, unknown, yes] = (["no", "unknown", "yes"] as const).map(
          (answer) => scoreWith(answered(given, index, answer), rate).score,
        ) as [number, number, number];
        expect(no).toBeLessThanOrEqual(unknown + 1e-9);
        expect(unknown).toBeLessThanOrEqual(yes + 1e-9);
      }),
    );
  });

  test("the interval holds the score, and its ends are the score with every unknown a no or a yes", () => {
    fc.assert(
      fc.property(criteria, prior, (given, rate) => {
        const { score, low, high } = scoreWith(given, rate);
        expect(score).toBeGreaterThanOrEqual(low);
        expect(score).toBeLessThanOrEqual(high + 1e-9);
        const settled = (answer: "yes" | "no") =>
          given.map((each, at) => (each.value === "unknown" ? criterion(at, answer, each.maximum) : each));
        expect(scoreWith(settled("no"), rate).score).toBe(low);
        expect(scoreWith(settled("yes"), rate).score).toBe(high);
      }),
    );
  });

  test("the printed parts are whole points and add up to the printed score exactly", () => {
    fc.assert(
      fc.property(criteria, prior, (given, rate) => {
        const { rows, unknown, total } = explainScore(given, rate);
        const won = rows.reduce((sum, row) => sum + row.won, 0);
        const missed = rows.reduce((sum, row) => sum + row.missed, 0);
        expect(won + unknown.counted).toBe(total);
        expect(total).toBe(roundScore(scoreWith(given, rate).score));
        expect(won + missed + unknown.maximum).toBe(TOTAL_WEIGHT);
        expect(Number.isInteger(unknown.counted)).toBe(true);
        expect(Math.abs(unknown.counted - unknown.maximum * rate)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });
});

describe("prior", () => {
  const peers = (...shares: number[]) => shares.map((yes) => ({ known: 100, yes }));

  test("is the 25th percentile of yes over known, linear between the two nearest peers", () => {
    expect(priorOf(peers(10, 20, 30, 40, 50), 25)).toBe(0.2);
    expect(priorOf(peers(40, 10, 30, 20), 25)).toBeCloseTo(0.175, 12);
  });

  test("is the share of the only peer, and 0 without peers", () => {
    expect(priorOf([{ known: 50, yes: 25 }], 25)).toBe(0.5);
    expect(priorOf([], 25)).toBe(0);
  });
});
