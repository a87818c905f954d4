import { beforeAll, expect, test } from "vitest";
import { bandOf } from "@/lib/rankings/band";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { getNewestEdition } from "@/lib/rankings/queries";
import { frozenRecordSchema, type CriterionResult } from "@/lib/rankings/schema";
import { explainScore, priorOf, roundScore, scoreOf, tallyOf } from "@/lib/rankings/score";
import { meanKept } from "@/lib/rankings/stability";
import type { Edition } from "@/lib/rankings/types";
import { db } from "@/lib/server/db";
import { seedRankings } from "@/prisma/seed/rankings";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

let edition: Edition;

beforeAll(async () => {
  const newest = await getNewestEdition();
  if (!newest) throw new Error("The seed published no edition.");
  edition = newest;
});

test("the first edition ranks 197 of 306 places and says of the others why not", () => {
  expect(edition).toMatchObject({ number: 1, methodVersion: 1, judgedOn: "2026-08-21" });
  expect(edition.entries).toHaveLength(197);
  expect(countBy(edition.exclusions.map(({ reason }) => reason))).toEqual({
    does_not_treat_opioid_use_disorder: 36,
    no_current_authorization: 70,
    license_expired: 3,
  });
});

test("its scores run from 35 to 99, with a median of 78.3 and at most 11 places in a tie", () => {
  const scores = edition.entries.map(({ score }) => score);
  expect(figuresOf(scores)).toEqual({ median: 78.26, lowest: 35, highest: 99 });
  expect(Math.max(...Object.values(countBy(scores.map(roundScore))))).toBe(11);
  expect(edition.prior).toBeCloseTo(0.63, 12);
  expect(Math.min(...edition.entries.map(({ coverage }) => coverage))).toBe(0.87);
});

test("places stand by rounded score, ties share a rank, and bands are quarters", () => {
  const rounded = edition.entries.map(({ score }) => roundScore(score));
  expect(rounded).toEqual(rounded.toSorted((a, b) => b - a));
  expect(edition.entries.map(({ position }) => position)).toEqual(rounded.map((_, index) => index + 1));
  expect(edition.entries.map(({ rank }) => rank)).toEqual(rounded.map((score) => rounded.indexOf(score) + 1));
  expect(edition.entries.map(({ band }) => band)).toEqual(edition.entries.map(({ rank }) => bandOf(rank, 197)));
});

test("each kind of care has ranks of its own, 1, 2, 2, 4, in the order of the whole list", () => {
  for (const kind of LISTING_KINDS) {
    const own = edition.entries.filter(({ listing }) => listing.kind === kind);
    const rounded = own.map(({ score }) => roundScore(score));
    expect(own.map(({ within }) => within)).toEqual(
      rounded.map((score) => {
        const rank = rounded.indexOf(score) + 1;
        return { rank, count: own.length, band: bandOf(rank, own.length) };
      }),
    );
  }
  const counts = LISTING_KINDS.map((kind) => edition.entries.filter(({ listing }) => listing.kind === kind).length);
  expect(counts).toEqual([27, 78, 80, 12]);
});

test("under other weights 7.5 of its top 10 and 21.5 of its top 25 stay on average, on every machine", () => {
  expect(edition.stability).toMatchObject({ runs: 1000, spread: 0.5 });
  const means = edition.stability?.tops.map((top) => [top.size, meanKept(top)]);
  expect(means).toEqual([
    [10, 7.544],
    [25, 21.469],
  ]);
  expect(edition.entries[0]?.ranks).toEqual({ best: 1, usualBest: 1, usualWorst: 1, worst: 1 });
  expect(edition.entries.at(-1)?.ranks?.worst).toBe(197);
});

test("every ranked place's rows add up to its printed score", async () => {
  const rows = await db.rankingEntry.findMany({ select: { score: true, criteria: true } });
  for (const { score, criteria } of rows) {
    const { rows: parts, unknown } = explainScore(frozenRecordSchema.parse(criteria).criteria, edition.prior);
    expect(parts.reduce((sum, { won }) => sum + won, unknown.counted)).toBe(roundScore(score));
  }
});

test("the trial the method was chosen by comes out: 270 places, median 78, from 26.3 to 99, largest tie 8", async () => {
  // Before the gates were set: all that treat opioid use disorder, and a license nobody found counted as unknown.
  const select = { criteria: true } as const;
  const ranked = await db.rankingEntry.findMany({ select });
  const reason = { not: "does_not_treat_opioid_use_disorder" };
  const excluded = await db.rankingExclusion.findMany({ where: { reason }, select });
  const tallies = [...ranked, ...excluded].map(({ criteria }) =>
    tallyOf(frozenRecordSchema.parse(criteria).criteria.map(withoutLicenseNo)),
  );
  const prior = priorOf(tallies, 25);
  const scores = tallies.map((tally) => Math.round(scoreOf(tally, prior).score * 10) / 10);
  expect(scores).toHaveLength(270);
  expect(figuresOf(scores)).toEqual({ median: 78, lowest: 26.3, highest: 99 });
  expect(Math.max(...Object.values(countBy(scores)))).toBe(8);
});

test("seeding again changes nothing", async () => {
  await seedRankings();
  expect(await db.rankingEdition.count()).toBe(1);
});

function withoutLicenseNo(each: CriterionResult): CriterionResult {
  return each.key === "state-license" && each.value === "no" ? { ...each, value: "unknown" } : each;
}

function figuresOf(scores: number[]) {
  const sorted = scores.toSorted((a, b) => a - b);
  const middle = (sorted[Math.floor(sorted.length / 2)]! + sorted[Math.ceil(sorted.length / 2) - 1]!) / 2;
  return { median: middle, lowest: sorted[0], highest: sorted.at(-1) };
}

function countBy(keys: (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
