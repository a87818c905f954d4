// "Why this place" over every place of the real edition: the rows sum to what is printed, and what is said to change it
// does, when the method runs again over facts that changed so.
import { beforeAll, describe, expect, test } from "vitest";
import { computeEdition } from "@/lib/rankings/ranking-edition";
import { getNewestEdition, getStanding } from "@/lib/rankings/queries";
import {
  frozenRecordSchema,
  programCriteriaSchema,
  type CriterionResult,
  type FrozenRecord,
  type RankingInput,
} from "@/lib/rankings/schema";
import { explainScore, roundScore } from "@/lib/rankings/score";
import { whatWouldChange, type WhatWouldChange } from "@/lib/rankings/what-would-change";
import { db } from "@/lib/server/db";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { testDatabase } from "../support/database";
import { FIRST_EDITION } from "../support/first-edition";

testDatabase({ seeded: true });

interface TestedListing {
  record: FrozenRecord;
  /** Of its program. */
  answers: CriterionResult[];
  change: WhatWouldChange;
}

let prior: number;
let ranked: (TestedListing & { score: number })[];
let excluded: TestedListing[];

beforeAll(async () => {
  prior = (await getNewestEdition())?.prior ?? Number.NaN;
  const toListing = (criteria: unknown, program?: unknown): TestedListing => {
    const record = frozenRecordSchema.parse(criteria);
    const answers = program ? programCriteriaSchema.parse(program) : record.criteria;
    return { record, answers, change: whatWouldChange(METHOD_V1, record, answers, prior) };
  };
  const select = { criteria: true, entry: { select: { score: true, criteria: true } } } as const;
  const members = await db.rankingMember.findMany({ select });
  ranked = members.map(({ criteria, entry }) => ({ score: entry.score, ...toListing(criteria, entry.criteria) }));
  const exclusions = await db.rankingExclusion.findMany({ select: { criteria: true } });
  excluded = exclusions.map(({ criteria }) => toListing(criteria));
});

/** The input in an edition of its own, judged on that day. */
function judge(input: RankingInput, day: string) {
  const licenses = input.licenses.map((license) => {
    return { ...license, current: license.expiresOn === null || license.expiresOn >= day };
  });
  const inputs = { stateListAsOf: "2026-08-21", listings: [{ ...input, licenses }] };
  return computeEdition(METHOD_V1, inputs);
}
const isRanked = (input: RankingInput, day: string) => judge(input, day).entries.length === 1;
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe("of all listings of ranked programs", () => {
  test("criteria, and groups of them, sum to the printed score, and no other answer is left out", () => {
    expect(ranked).toHaveLength(FIRST_EDITION.addresses);
    for (const { answers, score, change } of ranked) {
      const { rows, unknown, total } = explainScore(answers, prior);
      expect(rows.reduce((sum, { won }) => sum + won, unknown.counted)).toBe(roundScore(score));
      const groups = METHOD_V1.groups.map(({ criteria }) =>
        rows.filter(({ key }) => criteria.some((each) => each.key === key)).reduce((sum, { won }) => sum + won, 0),
      );
      expect(groups.reduce((sum, each) => sum + each, unknown.counted)).toBe(total);
      const missed = rows.reduce((sum, row) => sum + row.missed, 0);
      expect(rows.reduce((sum, { won }) => sum + won, missed + unknown.maximum)).toBe(100);
      expect(change.answers).toHaveLength(rows.filter(({ value }) => value !== "yes").length);
    }
  });

  test("those whose last license ends leave on the day after it, and not before", () => {
    const ending = ranked.filter(({ change }) => change.authorizedUntil !== null);
    expect(ending.length).toBeGreaterThan(100);
    for (const { record, change } of ending) {
      const lastDay = change.authorizedUntil ?? "";
      expect([isRanked(record.input, lastDay), isRanked(record.input, dayAfter(lastDay))]).toEqual([true, false]);
    }
    const others = ranked.filter(({ change }) => change.authorizedUntil === null);
    for (const { record } of others) expect(isRanked(record.input, "2199-01-01")).toBe(true);
  });

  test("none fails a gate", () => {
    for (const { change } of ranked) expect(change).toMatchObject({ failed: [], missingPoints: 0 });
  });
});

describe("of all places that are not ranked", () => {
  test("each would be ranked if all that it is said to lack were there, and not while any of it is missing", () => {
    expect(excluded).toHaveLength(FIRST_EDITION.excluded);
    for (const { record, change } of excluded) {
      const gates = change.failed.map(({ reason }) => reason);
      expect(gates.length).toBeGreaterThan(0);
      const all = gates.reduce((input, gate) => mended(input, gate), record.input);
      expect(isRanked(all, record.judgedOn)).toBe(true);
      for (const left of gates) {
        const others = gates.filter((gate) => gate !== left);
        const some = others.reduce((input, gate) => mended(input, gate), record.input);
        expect(isRanked(some, record.judgedOn)).toBe(false);
      }
    }
  });

  test("its page gets the same", async () => {
    const row = await db.rankingExclusion.findFirstOrThrow({ select: { listingId: true, reason: true } });
    const standing = await getStanding(row.listingId);
    expect(standing?.change.failed[0]?.reason).toBe(row.reason);
  });
});

/** The facts as they would be with what a gate asks for, and nothing else. */
function mended(input: RankingInput, gate: string): RankingInput {
  const without = (codes: readonly string[]) => ({
    ...input,
    sheets: input.sheets.map((sheet) => ({ ...sheet, yes: sheet.yes.filter((code) => !codes.includes(code)) })),
  });
  if (gate === "does_not_treat_opioid_use_disorder") {
    const { noneOf } = METHOD_V1.gates.treatsOpioidUseDisorder;
    const [first, ...others] = without(noneOf).sheets;
    // It still answered that part of the survey: only otherwise.
    return { ...input, sheets: first ? [{ ...first, yes: [...first.yes, "UN"] }, ...others] : [] };
  }
  if (gate === "closed") return { ...input, closed: null };
  if (gate === "not_enough_known" || gate === "not_surveyed")
    return {
      ...input,
      sheets: input.sheets.map((sheet) => ({ ...sheet, yes: [...sheet.yes, ...ONE_ANSWER_EACH] })),
    };
  return { ...input, exemption: { reason: "VA", url: "https://example.org" } };
}

/** A harmless answer in every part of the survey, so that all of it is known. */
const ONE_ANSWER_EACH = METHOD_V1.categories.flatMap(({ codes }) => codes.slice(-1)).filter((code) => code !== "NOOP");
