import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { db, type Db } from "@/lib/server/db";
import { entryOf, type EntryLicense } from "./entry";
import { isOwnLicense, isPublic } from "@/lib/facts/select";
import { licenseSelect, sourceSelect, toSource } from "./select";

/** Listings derived at once: a few megabytes of facts. */
const BATCH = 500;
const MAX_BATCH_MS = 60_000;

/**
 * Derives the entry of every listing that is marked as stale by this transaction, or by one that did not derive it. A
 * listing that is not published has no entry. Call it at the end of each transaction that changes listings, facts or
 * editions.
 * @returns how many marks it removed
 */
export async function refreshSearch(tx: Db): Promise<number> {
  let done = 0;
  for (let batch = await takeMarks(tx); batch.length > 0; batch = await takeMarks(tx)) {
    await deriveEntries(tx, batch);
    done += batch.length;
  }
  return done;
}

/** Works off what was changed by hand or left by a migration, in transactions of one batch each. */
export async function refreshStaleSearch(_actor: SystemActor): Promise<number> {
  for (let done = 0; ;) {
    const batch = await db.$transaction(
      async (tx) => {
        const marks = await takeMarks(tx);
        await deriveEntries(tx, marks);
        return marks.length;
      },
      { timeout: MAX_BATCH_MS, maxWait: MAX_BATCH_MS },
    );
    done += batch;
    if (batch === 0) return done;
  }
}

/** Derives every entry again, and drops the words that no entry has any more. */
export async function rebuildSearch(actor: SystemActor): Promise<number> {
  await db.$transaction([
    db.$executeRaw`DELETE FROM "SearchWord"`,
    db.$executeRaw`INSERT INTO "SearchStale" ("listingId") SELECT "id" FROM "Listing" ON CONFLICT DO NOTHING`,
  ]);
  return refreshStaleSearch(actor);
}

/**
 * Leaves marks alone that another transaction handles or has just made. As an array they are looked up once:
 * PostgreSQL, which believes that the table is empty, would look them up again for each of 12,000 marks (50 seconds).
 */
async function takeMarks(tx: Db): Promise<string[]> {
  const marks = await tx.$queryRaw<{ listingId: string }[]>`
    DELETE FROM "SearchStale" WHERE "listingId" = ANY (ARRAY(
      SELECT "listingId" FROM "SearchStale" ORDER BY "listingId" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))
    RETURNING "listingId"`;
  return marks.map(({ listingId }) => listingId);
}

async function deriveEntries(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const newest = await tx.rankingEdition.findFirst({ orderBy: { number: "desc" }, select: { id: true } });
  const rows = await tx.listing.findMany({
    where: { id: { in: [...ids] }, ...isPublic },
    select: sourceSelect(newest?.id ?? null),
  });
  const matches = await tx.licenseMatch.findMany({
    where: { listingId: { in: [...ids] }, ...isOwnLicense },
    select: licenseSelect,
  });
  const licensesOf = new Map<string, EntryLicense[]>();
  for (const { listingId, license } of matches)
    licensesOf.set(listingId, [...(licensesOf.get(listingId) ?? []), license]);
  const entries = rows.map((row) => entryOf(toSource(row, licensesOf.get(row.id) ?? [])));
  await tx.$executeRaw`
    DELETE FROM "SearchEntry" WHERE "listingId" = ANY(${ids}::uuid[])
      AND "listingId" <> ALL(${entries.map(({ listingId }) => listingId)}::uuid[])`;
  if (entries.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "SearchEntry" ("listingId", "sortName", "rankOrder", "rank", "band", "yes", "unknown", "who",
      "noMediCalIn", "treatsOpioids", "words", "position", "isPositionApproximate")
    SELECT r."listingId", r."sortName", r."rankOrder", r."rank", r."band", r."yes", r."unknown", r."who",
      r."noMediCalIn", r."treatsOpioids", r."words", ll_to_earth(r."latitude", r."longitude"), r."isPositionApproximate"
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS r("listingId" uuid, "sortName" text,
      "rankOrder" int, "rank" int, "band" int, "yes" text[], "unknown" text[], "who" text[],
      "noMediCalIn" int, "treatsOpioids" boolean, "words" text[], "latitude" float8, "longitude" float8, "isPositionApproximate" boolean)
    ON CONFLICT ("listingId") DO UPDATE SET "sortName" = EXCLUDED."sortName", "rankOrder" = EXCLUDED."rankOrder",
      "rank" = EXCLUDED."rank", "band" = EXCLUDED."band", "yes" = EXCLUDED."yes", "unknown" = EXCLUDED."unknown",
      "who" = EXCLUDED."who", "noMediCalIn" = EXCLUDED."noMediCalIn", "treatsOpioids" = EXCLUDED."treatsOpioids",
      "words" = EXCLUDED."words", "position" = EXCLUDED."position",
      "isPositionApproximate" = EXCLUDED."isPositionApproximate"`;
  // In order, so that two transactions with the same words cannot deadlock.
  await tx.$executeRaw`
    INSERT INTO "SearchWord" ("word")
    SELECT DISTINCT w.word FROM "SearchEntry" AS e, unnest(e."words") AS w(word)
    WHERE e."listingId" = ANY(${ids}::uuid[]) AND w.word NOT LIKE ':%' ORDER BY w.word
    ON CONFLICT DO NOTHING`;
}
