import { describe, expect, test } from "vitest";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { codesOf } from "./criteria";
import { rankingMethodSchema, TOTAL_WEIGHT } from "./schema";

const criteria = METHOD_V1.groups.flatMap((group) => group.criteria);

describe("method 1", () => {
  test("is a whole method, and its 26 criteria weigh 100", () => {
    expect(rankingMethodSchema.parse(METHOD_V1)).toEqual(METHOD_V1);
    expect(criteria).toHaveLength(26);
    const weights = METHOD_V1.groups.map((group) => group.criteria.reduce((sum, { points }) => sum + points, 0));
    expect(weights).toEqual([30, 10, 14, 12, 8, 10, 4, 12]);
    expect(weights.reduce((sum, weight) => sum + weight)).toBe(TOTAL_WEIGHT);
  });

  test("holds each category it asks about with all the code book's codes", () => {
    const book = [...ATTRIBUTES.values()];
    for (const { key, codes } of METHOD_V1.categories) {
      const category = ATTRIBUTES.get(codes[0] ?? "")?.category;
      const whole = book.filter((attribute) => attribute.category === category).map(({ code }) => code);
      expect({ key, codes: [...codes].sort() }).toEqual({ key, codes: whole.sort() });
    }
  });

  test("asks only about codes the code book has", () => {
    const asked = [...criteria.flatMap(({ rule }) => codesOf(rule)), ...METHOD_V1.gates.treatsOpioidUseDisorder.noneOf];
    expect(asked.filter((code) => !ATTRIBUTES.has(code))).toEqual([]);
  });
});

describe("a method is refused", () => {
  const problemsOf = (method: unknown) => rankingMethodSchema.safeParse(method).error?.issues.map((i) => i.message);
  const [first, ...others] = METHOD_V1.groups;
  const withCriterion = (changes: object) => ({
    ...METHOD_V1,
    groups: [{ ...first, criteria: [{ ...first?.criteria[0], ...changes }, ...first!.criteria.slice(1)] }, ...others],
  });

  test("whose weights do not sum to exactly 100", () => {
    expect(problemsOf(withCriterion({ points: 15 }))).toEqual(["weights sum to 101, not 100"]);
    expect(problemsOf(withCriterion({ points: 13.5 }))).not.toBeUndefined();
  });

  test("that names a criterion twice or a category it does not hold", () => {
    expect(problemsOf(withCriterion({ key: "maintenance" }))).toEqual(["two criteria share a key"]);
    expect(problemsOf(withCriterion({ unknownWhen: { noCodeOf: ["weather"] } }))).toEqual(['no category "weather"']);
  });

  test("that gives a criterion without evidence", () => {
    expect(problemsOf(withCriterion({ evidence: [] }))).not.toBeUndefined();
  });
});
