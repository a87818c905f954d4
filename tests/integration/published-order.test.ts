// That editions are written in one place of the code, and that the database lets nobody change one.
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

describe("a published order", () => {
  const product = globSync("{app,components,lib,prisma,scripts}/**/*.{ts,tsx,mjs}", {
    ignore: ["prisma/generated/**", "**/*.test.*"],
  });
  const writers = (pattern: RegExp) => product.filter((file) => pattern.test(readFileSync(file, "utf8")));

  test("is written in one place of the code only", () => {
    const write = /\branking(Edition|Entry|Member|Exclusion)\s*\.\s*(create|update|upsert|delete)/;
    expect(writers(write)).toEqual(["lib/rankings/mutations.ts"]);
    const sql = /(INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE)\s+"?Ranking(Edition|Entry|Member|Exclusion)/i;
    expect(writers(sql)).toEqual([]);
    const code = readFileSync("lib/rankings/mutations.ts", "utf8");
    const doors = [...code.matchAll(/export (?:async )?function (\w+)/g)].map(([, name]) => name);
    expect(doors).toEqual(["proposeEdition", "publishEdition", "publishProposed"]);
    // Both that publish lead to one function, and preparing an edition does not.
    expect(code.match(/\bwriteEdition\(/g)).toHaveLength(2);
    expect(code.match(/\bpublishNow\(/g)).toHaveLength(3);
  });

  test("takes no place in afterwards, and no figure changes", async () => {
    const edition = await db.rankingEdition.findFirstOrThrow({ select: { id: true } });
    const where = { street: "1 Main St", city: "Los Angeles", state: "CA", zip: "90012", county: "Los Angeles" };
    const place = await db.listing.create({
      data: { slug: "latecomer", name: "Latecomer", kind: "outpatient", ...where },
      select: { id: true },
    });
    const figures = { position: 0, rank: 0, band: 1, score: 100, low: 100, high: 100, coverage: 1 } as const;
    const own = { editionId: edition.id, criteria: {} };
    const refused = { code: "P2003" };
    await expect(
      db.rankingEntry.create({ data: { ...own, ...figures, kind: "outpatient" }, select: { id: true } }),
    ).rejects.toMatchObject(refused);
    const entry = await db.rankingEntry.findFirstOrThrow({ select: { id: true } });
    const member = { ...own, listingId: place.id, entryId: entry.id, place: 99 };
    await expect(db.rankingMember.create({ data: member, select: { id: true } })).rejects.toMatchObject(refused);
    await expect(db.rankingMember.updateMany({ data: { place: 1 } })).rejects.toMatchObject(refused);
    await expect(db.rankingMember.deleteMany()).rejects.toMatchObject(refused);
    await expect(
      db.rankingExclusion.create({ data: { ...own, listingId: place.id, reason: "closed" }, select: { id: true } }),
    ).rejects.toMatchObject(refused);
    await expect(db.rankingEntry.updateMany({ data: { position: 1 } })).rejects.toMatchObject(refused);
    await expect(db.rankingEntry.deleteMany()).rejects.toMatchObject(refused);
  });
});
