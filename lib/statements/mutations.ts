import "server-only";
import { positionOf } from "@/lib/facts/position";
import { positionColumns } from "@/lib/matches/position-columns";
import { freeSlug, isSlugOf } from "./slugs";
import type { LicenseColumns } from "@/lib/sources/state";
import { inBatches, type ReportProgress } from "@/lib/sources/progress";
import type { SitePlan } from "./site-plan";
import { redirectSlug } from "@/lib/redirects/mutations";
import type { Db } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { licenseStatements, siteColumns, siteStatements, slugsInUse } from "./queries";
import { changeOf, isStatusOfStaff, type SiteChange, type StoredSite } from "./restatement";
import { countyOfSite, standing, statedSite, type StatedSheet } from "./standing";
import type { StandingEdition } from "./types";

type Editions = readonly StandingEdition[];

/** What changed with the listings of the rows. */
export interface Restated {
  /** Ids of those whose visible columns, status or facts changed. */
  changed: Set<string>;
  sheetsWritten: number;
  sheetsRemoved: number;
  /** No row names them any more: they and their facts are off the site, and they stay on record. */
  archived: { id: string; slug: string }[];
}

/** Gives each listing what the rows that count state, and writes only differences. */
export async function restateSites(
  tx: Db,
  editions: Editions,
  ids: readonly string[],
  progress: ReportProgress,
): Promise<Restated> {
  const [changes, orphans]: [SiteChange[], StoredSite[]] = [[], []];
  await inBatches(ids, "facts", progress, async (batch) => {
    const statements = await siteStatements(tx, editions, batch);
    for (const stored of await storedSites(tx, batch)) {
      const mine = statements.get(stored.id) ?? [];
      const stated = statedSite(mine, editions);
      // Rows from before rows named their listing, and rows that today's reader refuses.
      const isKept = ({ sourceEditionId: id }: StatedSheet) =>
        editions.some((each) => each.id === id) && !mine.some(({ edition }) => edition.id === id);
      if (stated) changes.push(changeOf(stored, stated, isKept));
      else if (!stored.sheets.some(isKept)) orphans.push(stored);
    }
  });
  await writeSheets(tx, changes);
  await writeRows(tx, changes);
  const sheetsOfOrphans = orphans.flatMap(({ sheets }) => sheets.map(({ id }) => id));
  const removed = [...changes.flatMap(({ removeSheets }) => removeSheets), ...sheetsOfOrphans];
  await tx.factSheet.deleteMany({ where: { id: { in: removed } } });
  const archived = await archiveOrphans(tx, orphans);
  return {
    changed: new Set(changes.filter(({ isVisible }) => isVisible).map(({ id }) => id)),
    sheetsWritten: changes.reduce((sum, { sheets }) => sum + sheets.length, 0),
    sheetsRemoved: removed.length,
    archived,
  };
}

/** Locked, so that what staff save meanwhile is written afterward. */
async function storedSites(tx: Db, ids: readonly string[]): Promise<StoredSite[]> {
  await tx.$queryRaw`SELECT "id" FROM "Listing" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const rows = await tx.listing.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      siteKey: true,
      status: true,
      staffFields: true,
      ...siteColumns,
      factSheets: {
        where: { source: "samhsa" },
        select: {
          id: true,
          asOf: true,
          asOfPrecision: true,
          sourceEditionId: true,
          yes: true,
          no: true,
          unrecognised: true,
        },
      },
    },
  });
  return rows.map(({ id, siteKey, status, staffFields, factSheets, ...columns }) => ({
    id,
    siteKey,
    status,
    staffFields,
    columns,
    sheets: factSheets.map(({ asOf, asOfPrecision: precision, sourceEditionId, ...sheet }) => {
      return { ...sheet, precision, asOf: toIsoDate(asOf), sourceEditionId: sourceEditionId ?? "" };
    }),
  }));
}

async function writeSheets(tx: Db, changes: readonly SiteChange[]): Promise<void> {
  const sheets = changes.flatMap(({ id, sheets }) => sheets.map((sheet) => ({ ...sheet, listingId: id })));
  await inBatches(
    sheets,
    "facts",
    () => {},
    async (batch) => {
      const rows = batch.map(({ precision, ...sheet }) => ({ ...sheet, asOfPrecision: precision }));
      await tx.$executeRaw`
      INSERT INTO "FactSheet"
        ("id", "listingId", "source", "sourceEditionId", "asOf", "asOfPrecision", "yes", "no", "unknown", "unrecognised")
      SELECT gen_random_uuid(), r."listingId", 'samhsa', r."sourceEditionId", r."asOf", r."asOfPrecision",
        r."yes", r."no", '{}', r."unrecognised"
      FROM jsonb_populate_recordset(NULL::"FactSheet", ${JSON.stringify(rows)}::jsonb) AS r
      ON CONFLICT ("listingId", "source", "asOf") DO UPDATE
      SET "sourceEditionId" = EXCLUDED."sourceEditionId", "asOfPrecision" = EXCLUDED."asOfPrecision",
        "yes" = EXCLUDED."yes", "no" = EXCLUDED."no", "unrecognised" = EXCLUDED."unrecognised"`;
    },
  );
}

async function writeRows(tx: Db, changes: readonly SiteChange[]): Promise<void> {
  const rows = changes.flatMap(({ id, row }) =>
    row ? [{ id, siteKey: row.siteKey, status: row.status, ...row.columns }] : [],
  );
  await freeSiteKeys(tx, rows);
  await inBatches(
    rows,
    "facts",
    () => {},
    async (batch) => {
      await tx.$executeRaw`
      UPDATE "Listing" AS l
      SET "siteKey" = r."siteKey", "status" = r."status", "name" = r."name", "unit" = r."unit",
        "street" = r."street", "street2" = r."street2", "city" = r."city", "state" = r."state", "zip" = r."zip",
        "county" = r."county", "phone" = r."phone", "phoneExtension" = r."phoneExtension",
        "intakePhones" = r."intakePhones", "version" = l."version" + 1,
        "updatedAt" = now() AT TIME ZONE 'UTC'
      FROM jsonb_populate_recordset(NULL::"Listing", ${JSON.stringify(batch)}::jsonb) AS r
      WHERE l."id" = r."id"`;
    },
  );
}

/**
 * Two listings may exchange keys, and an orphan may have the key of one: first every key that is needed is released.
 */
export async function freeSiteKeys(tx: Db, wanted: readonly { id?: string; siteKey: string }[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Listing" AS l SET "siteKey" = NULL
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w("id" uuid, "siteKey" text)
    WHERE l."siteKey" = w."siteKey" AND l."id" IS DISTINCT FROM w."id"`;
}

/**
 * A listing that staff had published is archived too, because its rows were taken back. One that staff archived stays.
 */
async function archiveOrphans(tx: Db, orphans: readonly StoredSite[]): Promise<Restated["archived"]> {
  const published = orphans.filter(({ status }) => status === "published");
  const drafts = orphans.filter(({ status, staffFields }) => status === "draft" && !isStatusOfStaff(staffFields));
  await tx.$executeRaw`
    UPDATE "Listing" SET "status" = 'archived', "staffFields" = array_remove("staffFields", 'status'),
      "version" = "version" + 1, "updatedAt" = now() AT TIME ZONE 'UTC'
    WHERE "id" = ANY(${[...published, ...drafts].map(({ id }) => id)}::uuid[])`;
  return tx.listing.findMany({
    where: { id: { in: published.map(({ id }) => id) } },
    select: { id: true, slug: true },
    orderBy: { slug: "asc" },
  });
}

/**
 * A listing whose slug was made from a row that was taken back gets a slug from a row that counts, and the old one
 * redirects. A slug that staff set stays: it left a redirect.
 */
export async function restateSlugs(tx: Db, editions: Editions, ids: readonly string[]): Promise<void> {
  const taken = await slugsInUse(tx);
  const moved = await tx.slugRedirect.findMany({ where: { subject: "listing" }, select: { subjectId: true } });
  const byHand = new Set(moved.map(({ subjectId }) => subjectId));
  await inBatches(
    ids,
    "listings",
    () => {},
    async (batch) => {
      const statements = await siteStatements(tx, editions, batch);
      const rows = await tx.listing.findMany({
        where: { id: { in: batch } },
        select: { id: true, slug: true },
        orderBy: { slug: "asc" },
      });
      for (const { id, slug } of rows) {
        const mine = statements.get(id) ?? [];
        if (byHand.has(id) || mine.some(({ said }) => isSlugOf(slug, said.columns))) continue;
        // The row that would have made the listing, without the row that is gone.
        const [first] = standing(mine, countyOfSite, editions).toSorted((a, b) => a.edition.first - b.edition.first);
        if (!first) continue;
        const to = freeSlug(first.said.columns, taken);
        await tx.listing.update({ where: { id }, data: { slug: to, version: { increment: 1 } }, select: { id: true } });
        await redirectSlug(tx, "listing", id, slug, to);
      }
    },
  );
}

/** Records the listing of each of these rows, as found now. */
export async function linkRecords(
  tx: Db,
  links: readonly { sourceEditionId: string; line: number; listingId: string }[],
): Promise<void> {
  await inBatches(
    links,
    "raw rows",
    () => {},
    async (batch) => {
      await tx.$executeRaw`
      UPDATE "SourceRecord" AS s SET "listingId" = r."listingId"
      FROM jsonb_populate_recordset(NULL::"SourceRecord", ${JSON.stringify(batch)}::jsonb) AS r
      WHERE s."sourceEditionId" = r."sourceEditionId" AND s."line" = r."line"
        AND s."listingId" IS DISTINCT FROM r."listingId"`;
    },
  );
}

/**
 * Gives each license what the rows that count state; deletes a license without rows.
 * @returns how many were written and removed
 */
export async function restateLicenses(
  tx: Db,
  editions: Editions,
  numbers: readonly string[],
  progress: ReportProgress,
): Promise<{ written: number; removed: number }> {
  const done = { written: 0, removed: 0 };
  await inBatches(numbers, "licenses", progress, async (batch) => {
    const statements = await licenseStatements(tx, editions, batch);
    const stated = batch.flatMap((number) => {
      const [newest] = standing(statements.get(number) ?? [], ({ county }) => county || null, editions);
      return newest ? [{ ...newest.said, sourceEditionId: newest.edition.id }] : [];
    });
    const kept = new Set(stated.map(({ number }) => number));
    // A license whose rows today's reader refuses stays as it was read before.
    const gone = batch.filter((number) => !kept.has(number) && statements.get(number)?.length !== 0);
    done.removed += (await tx.license.deleteMany({ where: { number: { in: gone } } })).count;
    done.written += await writeLicenses(tx, stated);
  });
  return done;
}

/** In one statement, which writes only differences. */
async function writeLicenses(tx: Db, licenses: (LicenseColumns & { sourceEditionId: string })[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "License" AS l ("id", "number", "sourceEditionId", "facilityName", "legalEntity", "street", "street2",
      "city", "zip", "county", "phone", "isLicensed", "isCertified", "offersDetox", "settingCode", "expiresOn", "capacity",
      "targetPopulation", "medicalServices", "latitude", "longitude")
    SELECT gen_random_uuid(), r."number", r."sourceEditionId", r."facilityName", r."legalEntity", r."street",
      r."street2", r."city", r."zip", r."county", r."phone", r."isLicensed", r."isCertified", r."offersDetox",
      r."settingCode", r."expiresOn", r."capacity", r."targetPopulation", r."medicalServices", r."latitude", r."longitude"
    FROM jsonb_populate_recordset(NULL::"License", ${JSON.stringify(licenses)}::jsonb) AS r
    ON CONFLICT ("number") DO UPDATE
    SET ("sourceEditionId", "facilityName", "legalEntity", "street", "street2", "city", "zip", "county", "phone",
        "isLicensed", "isCertified", "offersDetox", "settingCode", "expiresOn", "capacity", "targetPopulation",
        "medicalServices", "latitude", "longitude")
      = ROW (EXCLUDED."sourceEditionId", EXCLUDED."facilityName", EXCLUDED."legalEntity", EXCLUDED."street",
        EXCLUDED."street2", EXCLUDED."city", EXCLUDED."zip", EXCLUDED."county", EXCLUDED."phone", EXCLUDED."isLicensed",
        EXCLUDED."isCertified", EXCLUDED."offersDetox", EXCLUDED."settingCode", EXCLUDED."expiresOn",
        EXCLUDED."capacity", EXCLUDED."targetPopulation", EXCLUDED."medicalServices", EXCLUDED."latitude",
        EXCLUDED."longitude")
    -- The row as it stands and as it is stated, but for what only the row has.
    WHERE to_jsonb(l) - 'id' IS DISTINCT FROM to_jsonb(EXCLUDED) - 'id'`;
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
