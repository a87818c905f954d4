import { afterEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { seedRankings } from "@/prisma/seed/rankings";
import { refuseFormerMethod } from "@/scripts/setup/former-method";
import { testDatabase } from "../support/database";

testDatabase();

const url = () => process.env.DATABASE_URL ?? "";

afterEach(async () => {
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE "RankingMethod", "RankingEdition" CASCADE`,
  ]);
});

test("a database without a ranking, and one with ours, go on", async () => {
  await expect(refuseFormerMethod(url())).resolves.toBeUndefined();
  await seedRankings();
  await expect(refuseFormerMethod(url())).resolves.toBeUndefined();
});

test("a database that published the first method as it was before is refused, with what to do", async () => {
  const { programs: _, ...definition } = METHOD_V1;
  const words = { changelog: "First.", changelogEs: "Primero." };
  await db.rankingMethod.create({
    data: { version: 1, status: "published", publishedAt: new Date(), definition, ...words },
    select: { id: true },
  });
  await expect(refuseFormerMethod(url())).rejects.toThrow(/never converted[\s\S]*set DATA_DIR to a new folder/);
  expect(await db.rankingMethod.count({ where: { status: "published" } })).toBe(1);
});
