import "server-only";
import path from "node:path";
import { positionOf, type Position } from "@/lib/facts/position";
import { db, type Db } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { ImportFailure } from "./failure";
import type { CodeBook } from "./code-book";
import type { CodeCounts } from "./code-counts";
import { countMatches, planMatches, type MatchPlan } from "./matching";
import { knownMatches, placeableLicenses, placeableListings } from "./queries";
import type { RawRow } from "./rows";
import type { SitePlan } from "./site-plan";
import type { ImportProgress, ImportRequest, MatchCounts, ReportProgress } from "./types";

/** Rows a statement carries: enough to be fast, few enough to show progress and stay within 500 MB. */
const BATCH = 250;

/** Any number all importers share. */
const LOCK = 7_311_202_601;

const LONGEST_MS = 10 * 60_000;

/** In one transaction, alone among importers; a dry run takes it back and only brings its report. */
export async function runAlone<Report>(dryRun: boolean, work: (tx: Db) => Promise<Report>): Promise<Report> {
  const end = new DryRun();
  let done: Report | undefined;
  const run = async (tx: Db) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    const report = await work(tx);
    if (!dryRun) return report;
    done = report;
    throw end;
  };
  try {
    return await db.$transaction(run, { timeout: LONGEST_MS, maxWait: LONGEST_MS });
  } catch (error) {
    if (error === end && done) return done;
    throw error;
  }
}

/** Takes a dry run's transaction back. */
class DryRun extends Error {}

/** The id of the file's row: the one that was there, also when its imports were taken back, or a new one. */
export async function saveEdition(
  tx: Db,
  { source, edition, date, county, file }: ImportRequest,
  checksum: string,
  rowCount: number,
): Promise<string> {
  const asOf = day(date.asOf);
  const other = await tx.sourceEdition.findFirst({
    where: { source, edition, takenBackAt: null, NOT: { asOf, asOfPrecision: date.precision } },
    select: { asOf: true },
  });
  if (other)
    throw new ImportFailure(
      `Edition ${edition} was imported as of ${toIsoDate(other.asOf)}, not ${date.asOf}. ` +
        "Use the same --as-of, or another --edition; or take that import back first (--list names it, --undo NUMBER).",
    );
  const key = { source, edition, checksum, county: county ?? "" };
  const before = await tx.sourceEdition.findUnique({
    where: { source_edition_checksum_county: key },
    select: { id: true, takenBackAt: true },
  });
  if (before && !before.takenBackAt) return before.id;
  const data = { asOf, asOfPrecision: date.precision, fileName: path.basename(file), rowCount };
  const { id } = before
    ? await tx.sourceEdition.update({
        where: { id: before.id },
        data: { ...data, takenBackAt: null, importedAt: new Date() },
        select: { id: true },
      })
    : await tx.sourceEdition.create({ data: { ...key, ...data }, select: { id: true } });
  return id;
}

/** One more import of the file. @returns its number */
export async function saveImport(
  tx: Db,
  sourceEditionId: string,
  codes: { book: CodeBook; counts: CodeCounts } | null,
): Promise<number> {
  const { number } = await tx.import.create({
    data: {
      sourceEditionId,
      ...(codes && { codeBook: { ...codes.book }, codeCounts: { ...codes.counts } }),
    },
    select: { number: true },
  });
  return number;
}

/** Raw rows with the listing that each is; licenses are found by their number. */
export async function saveRecords(
  tx: Db,
  sourceEditionId: string,
  raw: readonly RawRow[],
  listingOf: (key: string) => string | null,
  progress: ReportProgress,
): Promise<void> {
  await inBatches(raw, "raw rows", progress, async (batch) => {
    const rows = batch.map((row) => ({ ...row, listingId: listingOf(row.key) }));
    await tx.$executeRaw`
      INSERT INTO "SourceRecord" ("id", "sourceEditionId", "line", "key", "data", "listingId")
      SELECT gen_random_uuid(), ${sourceEditionId}::uuid, r."line", r."key", r."data", r."listingId"
      FROM jsonb_populate_recordset(NULL::"SourceRecord", ${JSON.stringify(rows)}::jsonb) AS r`;
  });
}

/** @returns ids by site key */
export async function createListings(
  tx: Db,
  sites: SitePlan["create"],
  progress: ReportProgress,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  await inBatches(sites, "listings", progress, async (batch) => {
    const rows = batch.map(({ columns, ...site }) => {
      return { ...site, ...columns, ...positionColumns(positionOf(columns.zip, [])) };
    });
    const created = await tx.$queryRaw<{ id: string; siteKey: string }[]>`
      INSERT INTO "Listing" ("id", "siteKey", "slug", "status", "name", "unit", "street", "street2", "city", "state",
        "zip", "county", "phone", "phoneExtension", "intakePhones", "latitude", "longitude", "positionSource", "kind",
        "staffFields", "updatedAt")
      SELECT gen_random_uuid(), r."siteKey", r."slug", r."status", r."name", r."unit", r."street", r."street2", r."city",
        r."state", r."zip", r."county", r."phone", r."phoneExtension", r."intakePhones", r."latitude", r."longitude",
        r."positionSource", r."kind", '{}', now() AT TIME ZONE 'UTC'
      FROM jsonb_populate_recordset(NULL::"Listing", ${JSON.stringify(rows)}::jsonb) AS r
      RETURNING "id", "siteKey"`;
    for (const { id, siteKey } of created) ids.set(siteKey, id);
  });
  return ids;
}

/** Matches and places everything anew, whichever source came first. */
export async function matchAndPlace(tx: Db, county: string | null): Promise<{ matches: MatchCounts; changes: number }> {
  const listings = await placeableListings(tx);
  const licenses = await placeableLicenses(tx);
  const plan = planMatches(listings, licenses, await knownMatches(tx));
  await saveMatches(tx, plan);
  const changes = plan.create.length + plan.remove.length + plan.place.length;
  return { matches: countMatches(plan, listings, licenses, county), changes };
}

/** Matches and positions as planned. A changed match is a new row, for nothing hangs on its id. */
async function saveMatches(tx: Db, { create, remove, place }: MatchPlan): Promise<void> {
  await tx.licenseMatch.deleteMany({ where: { id: { in: remove } } });
  await tx.licenseMatch.createMany({ data: create });
  const rows = place.map(({ id, position }) => ({ id, ...positionColumns(position) }));
  await tx.$executeRaw`
    UPDATE "Listing" AS l
    SET "latitude" = r."latitude", "longitude" = r."longitude", "positionSource" = r."positionSource",
      "version" = l."version" + 1, "updatedAt" = now() AT TIME ZONE 'UTC'
    FROM jsonb_populate_recordset(NULL::"Listing", ${JSON.stringify(rows)}::jsonb) AS r
    WHERE l."id" = r."id"`;
}

function positionColumns(position: Position | null) {
  return {
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    positionSource: position?.source ?? null,
  };
}

export async function inBatches<Row>(
  rows: readonly Row[],
  stage: ImportProgress["stage"],
  progress: ReportProgress,
  write: (batch: Row[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    progress({ stage, done: start, total: rows.length });
    await write(rows.slice(start, start + BATCH));
  }
  if (rows.length > 0) progress({ stage, done: rows.length, total: rows.length });
}

function day(isoDate: string): Date {
  return new Date(`${isoDate}T00:00:00Z`);
}
