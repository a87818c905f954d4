import "server-only";
import path from "node:path";
import { positionOf, type Position } from "@/lib/listings/position";
import type { Db } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { ImportFailure } from "./failure";
import type { FederalSite } from "./federal";
import type { LicensePlan } from "./license-plan";
import type { MatchPlan } from "./matching";
import type { Reading } from "./rows";
import type { SitePlan } from "./site-plan";
import type { LicenseColumns } from "./state";
import type { ImportProgress, ImportRequest, ReportProgress } from "./types";

/** Rows a statement carries: enough to be fast, few enough to show progress and stay within 500 MB. */
const BATCH = 250;

/** Any number all importers share. */
const LOCK = 7_311_202_601;

/** Waits until no other import runs; the end of the transaction lets the next one in. */
export async function lockImports(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
}

export interface SavedEdition {
  id: string;
  isNew: boolean;
}

/** The edition's row, with the raw rows when the file is new. */
export async function saveEdition(
  tx: Db,
  { source, edition, date, county, file }: ImportRequest,
  checksum: string,
  { raw }: Reading<unknown>,
  progress: ReportProgress,
): Promise<SavedEdition> {
  const asOf = day(date.asOf);
  const other = await tx.sourceEdition.findFirst({
    where: { source, edition, NOT: { asOf, asOfPrecision: date.precision } },
    select: { asOf: true },
  });
  if (other)
    throw new ImportFailure(
      `Edition ${edition} was imported as of ${toIsoDate(other.asOf)}, not ${date.asOf}. ` +
        "Use the same --as-of, or another --edition.",
    );
  const key = { source, edition, checksum, county: county ?? "" };
  const before = await tx.sourceEdition.findUnique({
    where: { source_edition_checksum_county: key },
    select: { id: true },
  });
  if (before) return { id: before.id, isNew: false };
  const saved = await tx.sourceEdition.create({
    data: { ...key, asOf, asOfPrecision: date.precision, fileName: path.basename(file), rowCount: raw.length },
    select: { id: true },
  });
  await inBatches(raw, "raw rows", progress, async (batch) => {
    await tx.$executeRaw`
      INSERT INTO "SourceRecord" ("id", "sourceEditionId", "line", "key", "data")
      SELECT gen_random_uuid(), ${saved.id}::uuid, r."line", r."key", r."data"
      FROM jsonb_populate_recordset(NULL::"SourceRecord", ${JSON.stringify(batch)}::jsonb) AS r`;
  });
  return { id: saved.id, isNew: true };
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

export async function updateListings(tx: Db, listings: SitePlan["update"]): Promise<void> {
  const rows = listings.map(({ id, siteKey, columns }) => ({ id, siteKey, ...columns }));
  for (let start = 0; start < rows.length; start += BATCH)
    await tx.$executeRaw`
      UPDATE "Listing" AS l
      SET "siteKey" = r."siteKey", "name" = r."name", "unit" = r."unit", "street" = r."street",
        "street2" = r."street2", "city" = r."city", "state" = r."state", "zip" = r."zip", "county" = r."county",
        "phone" = r."phone", "phoneExtension" = r."phoneExtension", "intakePhones" = r."intakePhones",
        "kind" = r."kind", "version" = l."version" + 1, "updatedAt" = now() AT TIME ZONE 'UTC'
      FROM jsonb_populate_recordset(NULL::"Listing", ${JSON.stringify(rows.slice(start, start + BATCH))}::jsonb) AS r
      WHERE l."id" = r."id"`;
}

/**
 * One sheet a site for the edition's date; only what differs is written.
 * @returns ids of the listings whose facts of that date are new or changed
 */
export async function saveFacts(
  tx: Db,
  sourceEditionId: string,
  { asOf, precision }: ImportRequest["date"],
  sites: readonly FederalSite[],
  listingOf: (key: string) => string,
  progress: ReportProgress,
): Promise<string[]> {
  const written: string[] = [];
  await inBatches(sites, "facts", progress, async (batch) => {
    const sheets = batch.map(({ key, answers }) => ({ listingId: listingOf(key), ...answers }));
    const rows = await tx.$queryRaw<{ listingId: string }[]>`
      INSERT INTO "FactSheet" AS sheet
        ("id", "listingId", "source", "sourceEditionId", "asOf", "asOfPrecision", "yes", "no", "unknown", "unrecognised")
      SELECT gen_random_uuid(), r."listingId", 'samhsa', ${sourceEditionId}::uuid, ${asOf}::date,
        ${precision}::"DatePrecision", r."yes", r."no", '{}', r."unrecognised"
      FROM jsonb_populate_recordset(NULL::"FactSheet", ${JSON.stringify(sheets)}::jsonb) AS r
      ON CONFLICT ("listingId", "source", "asOf") DO UPDATE
      SET "sourceEditionId" = EXCLUDED."sourceEditionId", "yes" = EXCLUDED."yes", "no" = EXCLUDED."no",
        "unrecognised" = EXCLUDED."unrecognised"
      WHERE (sheet."yes", sheet."no", sheet."unrecognised")
        IS DISTINCT FROM (EXCLUDED."yes", EXCLUDED."no", EXCLUDED."unrecognised")
      RETURNING "listingId"`;
    written.push(...rows.map(({ listingId }) => listingId));
  });
  return written;
}

export async function saveLicenses(
  tx: Db,
  sourceEditionId: string,
  { create, update }: LicensePlan,
  progress: ReportProgress,
): Promise<void> {
  const row = (columns: LicenseColumns) => ({ ...columns, expiresOn: columns.expiresOn && day(columns.expiresOn) });
  await inBatches(create, "licenses", progress, async (batch) => {
    await tx.license.createMany({ data: batch.map((columns) => ({ ...row(columns), sourceEditionId })) });
  });
  for (const { id, ...columns } of update)
    await tx.license.update({ where: { id }, data: { ...row(columns), sourceEditionId }, select: { id: true } });
}

/** Matches and positions as planned. A changed match is a new row, for nothing hangs on its id. */
export async function saveMatches(tx: Db, { create, remove, place }: MatchPlan): Promise<void> {
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

async function inBatches<Row>(
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
