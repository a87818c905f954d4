import { expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { takeBackImport } from "@/lib/imports/take-back";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { DIRECTORY_2023, DIRECTORY_2024, importLocally } from "../support/import-files";

testDatabase();

test("the published editions of 2023 and 2024 leave 38 questions about Los Angeles, whichever comes first", async () => {
  const files = [
    ["2024", DIRECTORY_2024],
    ["2023", DIRECTORY_2023],
  ] as const;
  for (const [edition, file] of files) await importLocally("samhsa", edition, file);
  const pairs = async () =>
    (
      await db.duplicateProposal.findMany({
        select: { former: { select: { siteKey: true } }, later: { select: { siteKey: true } } },
      })
    )
      .map(({ former, later }) => `${former.siteKey} ${later.siteKey}`)
      .toSorted();
  const asked = await pairs();
  expect(asked).toHaveLength(38);
  expect(await db.listing.count({ where: { status: "published" } })).toBe(306);
  await takeBackImport(system("import"), 1, false);
  await importLocally("samhsa", "2024", DIRECTORY_2024);
  expect(await pairs()).toEqual(asked);
});
