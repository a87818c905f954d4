import { beforeAll, expect, test } from "vitest";
import { bandOf } from "@/lib/rankings/band";
import { milesBetween } from "@/lib/shared/geo";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { getNewestEdition } from "@/lib/rankings/queries";
import { frozenRecordSchema, programCriteriaSchema } from "@/lib/rankings/schema";
import { explainScore, roundScore } from "@/lib/rankings/score";
import { meanKept } from "@/lib/rankings/stability";
import type { Edition } from "@/lib/rankings/types";
import { db } from "@/lib/server/db";
import { seedRankings } from "@/prisma/seed/rankings";
import { testDatabase } from "../support/database";
import { FIRST_EDITION } from "../support/first-edition";

testDatabase({ seeded: true });

let edition: Edition;

beforeAll(async () => {
  const newest = await getNewestEdition();
  if (!newest) throw new Error("The seed published no edition.");
  edition = newest;
});

test("the first edition ranks programs at 208 of 937 places and says of the others why not", () => {
  expect(edition).toMatchObject({
    number: 1,
    methodVersion: 1,
    judgedOn: "2026-08-21",
    memberCount: FIRST_EDITION.addresses,
  });
  expect(edition.entries).toHaveLength(FIRST_EDITION.programs);
  expect(edition.exclusions).toHaveLength(FIRST_EDITION.excluded);
  expect(countBy(edition.exclusions.map(({ reason }) => reason))).toEqual({
    does_not_treat_opioid_use_disorder: 36,
    no_current_authorization: 56,
    not_checked: 3,
    license_expired: 3,
    not_surveyed: 631,
  });
});

test("its scores run from 35 to 97, with a median of 77 and at most 10 programs in a tie", () => {
  const scores = edition.entries.map(({ score }) => score);
  expect(figuresOf(scores)).toEqual({ median: 77, lowest: 35, highest: 97 });
  expect(Math.max(...Object.values(countBy(scores.map(roundScore))))).toBe(10);
  expect(edition.prior).toBeCloseTo(0.6206896551724138, 12);
  expect(Math.min(...edition.entries.map(({ coverage }) => coverage))).toBe(0.79);
});

test("places stand by rounded score, ties share a rank, and bands are quarters", () => {
  const rounded = edition.entries.map(({ score }) => roundScore(score));
  expect(rounded).toEqual(rounded.toSorted((a, b) => b - a));
  expect(edition.entries.map(({ position }) => position)).toEqual(rounded.map((_, index) => index + 1));
  expect(edition.entries.map(({ rank }) => rank)).toEqual(rounded.map((score) => rounded.indexOf(score) + 1));
  expect(edition.entries.map(({ band }) => band)).toEqual(
    edition.entries.map(({ rank }) => bandOf(rank, FIRST_EDITION.programs)),
  );
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
  expect(counts).toEqual(FIRST_EDITION.kinds);
});

test("under other weights 7.8 of its top 10 and 21.1 of its top 25 stay on average, on every machine", () => {
  expect(edition.stability).toMatchObject({ runs: 1000, spread: 0.5 });
  const means = edition.stability?.tops.map((top) => [top.size, meanKept(top)]);
  expect(means).toEqual([
    [10, 7.768],
    [25, 21.104],
  ]);
  expect(edition.entries[0]?.ranks).toEqual({ best: 1, usualBest: 1, usualWorst: 2, worst: 4 });
  expect(edition.entries.at(-1)?.ranks?.worst).toBe(FIRST_EDITION.programs);
});

test("every program's rows add up to its printed score", async () => {
  const rows = await db.rankingEntry.findMany({ select: { score: true, criteria: true } });
  for (const { score, criteria } of rows) {
    const { rows: parts, unknown } = explainScore(programCriteriaSchema.parse(criteria), edition.prior);
    expect(parts.reduce((sum, { won }) => sum + won, unknown.counted)).toBe(roundScore(score));
  }
});

test("SAFE Refuge in Long Beach has one rank for its ten houses where people live, and not known is what they answer differently", () => {
  const entries = edition.entries.filter(
    ({ listing }) => listing.name === "Safe Refuge" && listing.kind === "residential",
  );
  expect(entries).toHaveLength(1);
  expect(entries[0]?.members).toHaveLength(FIRST_EDITION.safeRefuge);
  expect(entries[0]?.criteria.filter(({ differs }) => differs).map(({ key }) => key)).toEqual(
    "mental-health-assessment trauma-counseling contingency-management cbt motivational levels-of-care children".split(
      " ",
    ),
  );
});

test("every program's addresses have one operator, phone, kind and answer about who may come, within a mile", async () => {
  const select = { members: { select: { criteria: true } } } as const;
  const several = (await db.rankingEntry.findMany({ select }))
    .map(({ members }) => members.map(({ criteria }) => frozenRecordSchema.parse(criteria).input))
    .filter((inputs) => inputs.length > 1);
  expect(several.map((inputs) => [inputs[0]?.name, inputs.length]).toSorted()).toEqual([
    ["Federal Recovery Systems LLC", 2],
    ["Grasshopper House LLC", 3],
    ["New Found Life", 2],
    ["Restore Health and Wellness Center LLC", 2],
    ["Safe Refuge", FIRST_EDITION.safeRefuge],
    ["Safe Refuge", 2],
  ]);
  for (const inputs of several)
    for (const one of inputs)
      for (const { operator, phone, kind, position } of inputs) {
        expect({ operator, phone, kind }).toEqual({ operator: one.operator, phone: one.phone, kind: one.kind });
        expect(milesBetween(one.position!, position!)).toBeLessThanOrEqual(1);
      }
});

test("what cannot be so counts as unknown: one place contradicts itself, and nine certified programs say that they examine nobody", async () => {
  const rows = await db.rankingMember.findMany({ select: { criteria: true } });
  const doubted = rows
    .flatMap(({ criteria }) => frozenRecordSchema.parse(criteria).criteria)
    .filter(({ doubt }) => doubt !== undefined);
  expect(countBy(doubted.map(({ key, doubt, value, points }) => `${key} ${doubt} ${value} ${points}`))).toEqual({
    "methadone-or-buprenorphine contradicts_itself unknown 0": 1,
    "choice-of-medication contradicts_itself unknown 0": 1,
    "medical-exam against_federal_rule unknown 0": 9,
  });
});

test("seeding again changes nothing", async () => {
  await seedRankings();
  expect(await db.rankingEdition.count()).toBe(1);
});

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
