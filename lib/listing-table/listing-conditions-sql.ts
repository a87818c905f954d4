import "server-only";
import { LICENSE_CLASSES } from "@/lib/facts/license-class";
import { DISPUTED_NOTES, WHO_CODES } from "@/lib/facts/who-can-go";
import { LICENSE_NOTICE_DAYS } from "@/lib/listings/due-notes";
import type { DirectoryEdition } from "@/lib/listings/left-out";
import { Prisma } from "@/lib/server/db";
import { daysAfter } from "@/lib/shared/dates";

// What staff ask of a place, each once, as a condition on `"Listing" AS l`. The queue of places to check again and the
// table of listings ask the same: what the one counts, the other finds, but for two conditions that the queue has alone.

/** Long enough for a program to change what it offers. */
const CHECKED_WITHIN_DAYS = 365;

/**
 * Of each place with licenses of its own: whether one has ended, and the last day of those that allow something. Join it
 * as `licensed`, for the conditions on licenses.
 */
export function licensedSql(day: string): Prisma.Sql {
  return Prisma.sql`
      SELECT m."listingId", bool_or(x."expiresOn" < ${day}::date) AS lapsed,
        max(coalesce(x."expiresOn", 'infinity'::date)) FILTER (WHERE x."isLicensed" OR x."isCertified") AS last
      FROM "LicenseMatch" m JOIN "License" x ON x."id" = m."licenseId"
      WHERE m."certainty" IS NOT NULL AND x."settingCode" = ANY (${LICENSE_CLASSES}::text[])
      GROUP BY 1`;
}

/** Its last license has ended. */
export function licenseEndedSql(day: string): Prisma.Sql {
  return Prisma.sql`(licensed.lapsed AND coalesce(licensed.last, '-infinity') < ${day}::date)`;
}

/** Its license ends within LICENSE_NOTICE_DAYS. */
export function licenseEndsSql(day: string): Prisma.Sql {
  return Prisma.sql`licensed.last BETWEEN ${day}::date AND ${daysAfter(day, LICENSE_NOTICE_DAYS)}::date`;
}

/** It has one today, also one that ends soon. */
export function licenseCurrentSql(day: string): Prisma.Sql {
  return Prisma.sql`licensed.last >= ${day}::date`;
}

/** We know of none, neither one of today nor one that has ended. */
export function noLicenseSql(day: string): Prisma.Sql {
  return Prisma.sql`(licensed.lapsed IS NOT TRUE AND coalesce(licensed.last, '-infinity') < ${day}::date)`;
}

/** A correction waits to be decided. */
export function openReportSql(): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM "Correction" c WHERE c."listingId" = l."id" AND c."status" = 'new')`;
}

/** How many corrections wait to be decided. */
export function openReportsSql(): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM "Correction" c WHERE c."listingId" = l."id" AND c."status" = 'new')`;
}

/** A license is only probably its own. */
export function probableMatchSql(): Prisma.Sql {
  return Prisma.sql`EXISTS (
            SELECT FROM "LicenseMatch" m WHERE m."listingId" = l."id" AND m."certainty" = 'probable')`;
}

/** Somebody of the team has checked a fact of it within a year, and the check counts. */
export function checkedLatelySql(day: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
            SELECT FROM "FactCheck" c WHERE c."listingId" = l."id" AND c."retractedAt" IS NULL
              AND c."asOf" >= ${daysAfter(day, -CHECKED_WITHIN_DAYS)}::date)`;
}

/** The place and the state's list disagree on who may come, and nobody of the team has asked within a year. */
export function disputedSql(day: string): Prisma.Sql {
  return Prisma.sql`(EXISTS (
            SELECT FROM "SearchEntry" s WHERE s."listingId" = l."id" AND s."who" && ${DISPUTED_NOTES}::text[])
          AND NOT EXISTS (
            SELECT FROM "FactCheck" c WHERE c."listingId" = l."id" AND c."retractedAt" IS NULL
              AND c."attribute" = ANY (${[...WHO_CODES]}::text[])
              AND c."asOf" >= ${daysAfter(day, -CHECKED_WITHIN_DAYS)}::date))`;
}

/**
 * It has no license of its own, and its operator holds one for another address with its phone number: it may have moved.
 * A note about the license says that it has not.
 */
export function maybeMovedSql(): Prisma.Sql {
  return Prisma.sql`(EXISTS (
            SELECT FROM "LicenseMatch" m JOIN "License" x ON x."id" = m."licenseId"
            WHERE m."listingId" = l."id" AND m."basis" = 'other_address' AND 'name' = ANY (m."agreement")
              AND NOT EXISTS (
                SELECT FROM "LicenseNote" n WHERE n."listingId" = l."id" AND n."licenseNumber" = x."number"))
          AND NOT EXISTS (
            SELECT FROM "LicenseMatch" m WHERE m."listingId" = l."id" AND m."certainty" IS NOT NULL))`;
}

/** It is public and not known to be closed, and the newest directory of its county no longer names it. */
export function leftOutSql(editions: readonly DirectoryEdition[]): Prisma.Sql {
  return Prisma.sql`(l."status" = 'published' AND l."closedOn" IS NULL AND EXISTS (
            SELECT FROM jsonb_to_recordset(${JSON.stringify(editions)}::jsonb) AS e("county" text, "asOf" date)
            WHERE e."county" IN ('', l."county") AND NOT EXISTS (
              SELECT FROM "FactSheet" s
              WHERE s."listingId" = l."id" AND s."source" = 'samhsa' AND s."asOf" >= e."asOf"))
          AND ${namedByDirectorySql()})`;
}

/** An edition of the directory names it, or named it. */
export function namedByDirectorySql(): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM "FactSheet" s WHERE s."listingId" = l."id" AND s."source" = 'samhsa')`;
}
