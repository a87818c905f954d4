import { FIRST_EDITION } from "../support/first-edition";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { getListing } from "@/lib/listings/admin-queries";
import { checkFact, saveListing } from "@/lib/listings/mutations";
import { factCheckSchema, listingSchema } from "@/lib/listings/schema";
import { publishEdition } from "@/lib/rankings/mutations";
import { UNRANKED } from "@/lib/search/entry";
import { refreshStaleSearch } from "@/lib/search/mutations";
import { db } from "@/lib/server/db";
import { staffSession } from "../support/actors";
import { startCommand } from "../support/command";
import { patience } from "../support/patience.mjs";
import { testDatabase } from "../support/database";
import { stepListing } from "../support/listing-step";
import { DIRECTORY_2023, importLocally, stateFile } from "../support/import-files";
import { entriesStoredAndDerived } from "../support/search";

testDatabase({ seeded: true });

const staff = staffSession();

/** What every writer must leave behind: entries as they would be derived now, and no mark of unfinished work. */
async function expectNoDrift(): Promise<void> {
  const { stored, derived } = await entriesStoredAndDerived();
  expect(stored).toEqual(derived);
  expect(await db.searchStale.count()).toBe(0);
}

const entryOfSlug = (slug: string) =>
  db.searchEntry.findFirst({ where: { listing: { slug } }, select: { yes: true, rankOrder: true, sortName: true } });

let id: string;
let slug: string;
beforeAll(async () => {
  const ranked = { rankingMembers: { some: {} } };
  ({ id, slug } = await db.listing.findFirstOrThrow({ where: ranked, orderBy: { slug: "asc" } }));
});

const version = async () => (await db.listing.findUniqueOrThrow({ where: { id } })).version;

describe("what the search keeps is what it would derive anew", () => {
  test("after the seed: every published listing, with the facts of the survey and the ranks of the edition", async () => {
    await expectNoDrift();
    expect(await db.searchEntry.count()).toBe(FIRST_EDITION.places);
    expect(await db.searchEntry.count({ where: { rank: { not: null } } })).toBeGreaterThan(100);
  });

  test("after an editor changes name, place and kind", async () => {
    const { values } = (await getListing(staff, id))!;
    const moved = { name: "Señora Peña’s House", slug: "senora-penas-house", zip: "90802", kind: "hospital" };
    const input = listingSchema.parse({ id, version: await version(), ...values, ...moved });
    expect((await saveListing(staff, input)).outcome).toBe("saved");
    slug = moved.slug;
    expect((await entryOfSlug(slug))?.sortName).toBe("senora penas house senora-penas-house");
    expect((await entryOfSlug(slug))?.yes).toContain("kind:hospital");
    await expectNoDrift();
  });

  test("after a staff check of a fact, which beats the survey", async () => {
    for (const [value, expected] of [
      ["yes", true],
      ["no", false],
      ["unknown", false],
    ] as const) {
      const check = { id, attribute: "F43", value, evidence: "Called.", asOf: "2026-11-20" };
      await checkFact(staff, factCheckSchema.parse(check));
      expect((await entryOfSlug(slug))?.yes.includes("language:japanese")).toBe(expected);
      await expectNoDrift();
    }
  });

  test("after a listing is archived, and published again", async () => {
    await stepListing(staff, id, "archive");
    expect(await entryOfSlug(slug)).toBeNull();
    await expectNoDrift();
    await stepListing(staff, id, "publish");
    expect(await entryOfSlug(slug)).not.toBeNull();
    await expectNoDrift();
  });

  test(
    "after the import of another survey, and of a state list that places listings",
    async () => {
      expect((await importLocally("samhsa", "2023", DIRECTORY_2023)).older).toBeGreaterThan(200);
      await expectNoDrift();
      await importLocally("dhcs", "2026-11-01", stateFile({ address_line1: "1 Nowhere St" }), { confirm: true });
      await expectNoDrift();
    },
    patience(60_000),
  );

  test("after a new edition, which takes the rank from what it no longer ranks", async () => {
    const first = await db.searchEntry.findFirstOrThrow({ orderBy: { rankOrder: "asc" }, select: { listingId: true } });
    await db.listing.update({
      where: { id: first.listingId },
      data: { closedOn: new Date("2026-01-01"), closedReason: "Closed." },
    });
    expect((await publishEdition(system("rank"), { area: "Los Angeles", judgedOn: "2026-08-21" })).outcome).toBe(
      "published",
    );
    const { rankOrder, rank } = await db.searchEntry.findUniqueOrThrow({ where: { listingId: first.listingId } });
    expect([rankOrder, rank]).toEqual([UNRANKED, null]);
    await expectNoDrift();
  });
});

describe("a change past our own writers", () => {
  test("takes what is not published out at once, marks the rest, and is put right by the worker", async () => {
    const [gone, changed] = await db.listing.findMany({ where: { status: "published" }, take: 2 });
    await db.$executeRaw`UPDATE "Listing" SET "status" = 'archived' WHERE "id" = ${gone!.id}::uuid`;
    await db.$executeRaw`UPDATE "Listing" SET "name" = 'By Hand' WHERE "id" = ${changed!.id}::uuid`;
    await db.$executeRaw`DELETE FROM "FactSheet" WHERE "listingId" = ${changed!.id}::uuid`;
    expect(await db.searchEntry.count({ where: { listingId: gone!.id } })).toBe(0);
    expect(await db.searchStale.count()).toBe(2);
    expect(await refreshStaleSearch(system("worker"))).toBe(2);
    expect((await entryOfSlug(changed!.slug))?.sortName).toBe(`by hand ${changed!.slug}`);
    await expectNoDrift();
  });

  test("is forgotten by a rebuild, words that are gone too, and `npm run reindex` is one", async () => {
    await db.$executeRaw`UPDATE "SearchEntry" SET "yes" = '{}'`;
    await db.$executeRaw`INSERT INTO "SearchWord" VALUES ('gone')`;
    const { output } = await startCommand("scripts/reindex.ts");
    expect(output).toMatch(
      new RegExp(
        `^${(await db.listing.count()).toLocaleString("en-US")} listings derived anew for the search in [0-9.]+ s`,
      ),
    );
    expect(await db.searchWord.count({ where: { word: "gone" } })).toBe(0);
    expect(await db.searchWord.count()).toBeGreaterThan(300);
    await expectNoDrift();
  });
});

test("every index says in its migration which query it serves", () => {
  const sql = readFileSync("prisma/migrations/20261125120000_search/migration.sql", "utf8").split("\n");
  const indexes = sql.flatMap((line, at) => (/^CREATE (UNIQUE )?INDEX/.test(line) ? [at] : []));
  expect(indexes.length).toBeGreaterThan(5);
  for (const at of indexes) expect(sql[at - 1]).toMatch(/^-- /);
});

test(
  "every listing of the seed can be saved as it stands",
  async () => {
    const ids = await db.listing.findMany({ select: { id: true } });
    const wrong: unknown[] = [];
    for (const each of ids) {
      const listing = await getListing(staff, each.id);
      const read = listingSchema.safeParse({ id: each.id, version: listing?.version, ...listing?.values });
      if (!read.success)
        wrong.push([listing?.slug, read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`)]);
    }
    expect(wrong).toEqual([]);
  },
  patience(120_000),
);
