import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { verifyEdition } from "@/lib/rankings/jobs";
import { db } from "@/lib/server/db";
import { verificationLines } from "@/scripts/rank/report";
import { runCommand, startCommand } from "../support/command";
import { testDatabase } from "../support/database";
import { FIRST_EDITION } from "../support/first-edition";

testDatabase({ seeded: true });

/** What refers to another comes after it. */
const FROZEN = ["RankingMethod", "RankingEdition", "RankingEntry", "RankingMember", "RankingExclusion"];

const runRank = (...words: string[]) => runCommand("scripts/rank.ts", words);

test("edition 1 comes out again to the last digit", async () => {
  const { code, output, errors } = await runRank("--verify", "1");
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  const { programs, excluded } = FIRST_EDITION;
  expect(output).toContain(
    `Edition 1 matches to the last digit.\n  method 1 · ${programs} ranked · ${excluded} not ranked`,
  );
  expect(output).toContain("stability test run again");
});

test("an edition nobody published ends with exit code 1 and the newest number", async () => {
  const { code, output, errors } = await startCommand("scripts/rank.ts", "--verify", "99");
  expect({ code, output }).toEqual({ code: 1, output: "" });
  expect(errors).toBe("There is no edition 99. The newest is 1.\n");
});

// Other wrong words are in scripts/rank/request.test.ts.
test("a word the command does not know ends with exit code 1 and the usage, without a stack", async () => {
  const { code, errors } = await runRank("--verify", "first");
  expect(code).toBe(1);
  expect(errors).toMatch(/"first" is no number of an edition[\s\S]*npm run rank -- --verify N/);
  expect(errors).not.toMatch(/ at .*:\d+:\d+/);
});

describe("with the triggers switched off by somebody who may do everything", () => {
  beforeAll(async () => {
    for (const table of FROZEN) {
      await db.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
      await db.$executeRawUnsafe(`CREATE TABLE "${table}_copy" AS SELECT * FROM "${table}"`);
    }
  });

  afterEach(async () => {
    for (const table of FROZEN.toReversed()) await db.$executeRawUnsafe(`DELETE FROM "${table}"`);
    for (const table of FROZEN) await db.$executeRawUnsafe(`INSERT INTO "${table}" SELECT * FROM "${table}_copy"`);
  });

  const last = FIRST_EDITION.programs;
  const first = `WHERE "position" = 1`;
  const anEntry = (position: string) => `(SELECT "id" FROM "RankingEntry" WHERE "position" = ${position})`;
  const ofFifth = `WHERE "entryId" = ${anEntry("5")}`;
  const CHANGES: [what: string, sql: string, figure: RegExp][] = [
    ["a score", `UPDATE "RankingEntry" SET "score" = "score" + 0.0000000001 ${first}`, /: score$/],
    ["a range", `UPDATE "RankingEntry" SET "high" = 100 ${first}`, /: high$/],
    ["a coverage", `UPDATE "RankingEntry" SET "coverage" = 0.5 ${first}`, /: coverage$/],
    ["a rank", `UPDATE "RankingEntry" SET "rank" = 1 WHERE "rank" = 2`, /: rank$/],
    ["a band", `UPDATE "RankingEntry" SET "band" = 1 WHERE "position" = ${last}`, /: band$/],
    ["a kind", `UPDATE "RankingEntry" SET "kind" = 'residential' ${first}`, /: kind$/],
    ["a range of ranks", `UPDATE "RankingEntry" SET "rankWorst" = ${last} WHERE "position" = 9`, /: ranks$/],
    ["the typical rate", `UPDATE "RankingEdition" SET "prior" = 0.63`, /^prior$/],
    ["the checksum", `UPDATE "RankingEdition" SET "inputsChecksum" = repeat('a', 64)`, /^checksum$/],
    [
      "the runs",
      `UPDATE "RankingEdition" SET "stability" = jsonb_set("stability", '{tops,0,kept,10}', '999')`,
      /^stability$/,
    ],
    ["a reason", `UPDATE "RankingExclusion" SET "reason" = 'closed' WHERE "reason" = 'license_expired'`, /: reason$/],
    [
      "an answer's points",
      `UPDATE "RankingEntry" SET "criteria" = jsonb_set("criteria", '{0,points}', '0') ${first}`,
      /: criterion methadone-or-buprenorphine$/,
    ],
    [
      "the day it judged",
      `UPDATE "RankingMember" SET "criteria" = jsonb_set("criteria", '{judgedOn}', '"2020-01-01"') ${ofFifth}`,
      /: judgedOn$/,
    ],
    [
      "a program's place",
      `UPDATE "RankingMember" SET "entryId" = ${anEntry("6")}, "place" = 90 ${ofFifth}`,
      /^entry [56]: members$/,
    ],
  ];

  test("every figure that was changed is named, and no other", async () => {
    for (const [, sql] of CHANGES) await db.$executeRawUnsafe(sql);
    const figures = (await verifyEdition(1))?.differences.map(({ figure }) => figure) ?? [];
    const named = (figure: RegExp) => figures.some((each) => figure.test(each));
    expect(CHANGES.filter(([, , figure]) => !named(figure)).map(([what]) => what)).toEqual([]);
    expect(figures.filter((each) => !CHANGES.some(([, , figure]) => figure.test(each)))).toEqual([]);
  });

  test.each([
    ["a fact", `UPDATE "RankingMember" SET "criteria" = jsonb_set("criteria", '{input,sheets,0,no}', '[]') ${ofFifth}`],
    ["a place taken away", `DELETE FROM "RankingMember" ${ofFifth}`],
    [
      "a weight",
      `UPDATE "RankingMethod" SET "definition" = jsonb_set("definition", '{constants,priorPercentile}', '50')`,
    ],
  ])("%s changes the checksum", async (_, sql) => {
    await db.$executeRawUnsafe(sql);
    const verification = await verifyEdition(1);
    expect(verification?.differences.map(({ figure }) => figure)).toContain("checksum");
  });

  test("the command ends with exit code 1 and names the first differences", async () => {
    await db.$executeRawUnsafe(`UPDATE "RankingEntry" SET "score" = "score" + 0.5`);
    const { code, output, errors } = await runRank("--verify", "1");
    expect({ code, output }).toEqual({ code: 1, output: "" });
    expect(errors).toContain(`Edition 1 does not match: ${FIRST_EDITION.programs} of its figures come out otherwise.`);
    expect(errors).toMatch(/\n {2}entry \d+: score: stored [\d.]+, recomputed [\d.]+\n/);
    expect(errors).toContain(`and ${FIRST_EDITION.programs - 10} more`);
  });

  test("an edition from before the stability test still matches, and it is said that there is no test of it", async () => {
    const none = `"rankBest" = NULL, "rankUsualBest" = NULL, "rankUsualWorst" = NULL, "rankWorst" = NULL`;
    await db.$executeRawUnsafe(`UPDATE "RankingEntry" SET ${none}`);
    await db.$executeRawUnsafe(`UPDATE "RankingEdition" SET "stability" = NULL`);
    const verification = await verifyEdition(1);
    if (!verification) throw new Error("There is no edition 1.");
    expect(verification).toMatchObject({ tested: false, differences: [] });
    expect(verificationLines(verification).join("\n")).toContain("computed before the stability test existed");
  });

  test("ranks that contradict one another are refused even then", async () => {
    const changed = `UPDATE "RankingEntry" SET "rankWorst"`;
    await expect(db.$executeRawUnsafe(`${changed} = NULL`)).rejects.toThrow("rank_range_is_whole");
    await expect(db.$executeRawUnsafe(`${changed} = 0`)).rejects.toThrow("rank_range_is_ordered");
  });
});
