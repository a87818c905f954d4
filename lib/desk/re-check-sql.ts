import "server-only";
import { LICENSE_CLASSES } from "@/lib/facts/license-class";
import { LICENSE_NOTICE_DAYS } from "@/lib/listings/due-notes";
import { Prisma } from "@/lib/server/db";
import { daysAfter } from "@/lib/shared/dates";
import type { ReCheckReason } from "./types";

/** Long enough for a program to change what it offers. */
const CHECKED_WITHIN_DAYS = 365;

interface Sought {
  /** Null for all. */
  reason: ReCheckReason | null;
  /** Ids of the places that the newest directory no longer names. */
  leftOut: readonly string[];
  /** YYYY-MM-DD. */
  day: string;
  limit: number;
  offset: number;
}

/**
 * The public places of which somebody should make sure that what we say is true, each with its reasons (lib/desk/types),
 * and how many there are.
 */
export function reChecksSql({ reason, leftOut, day, limit, offset }: Sought): Prisma.Sql {
  return Prisma.sql`
    WITH ranked AS (
      SELECT m."listingId", e."rank" FROM "RankingMember" m JOIN "RankingEntry" e ON e."id" = m."entryId"
      WHERE m."editionId" = (SELECT "id" FROM "RankingEdition" ORDER BY "number" DESC LIMIT 1)
    ), licensed AS (
      SELECT m."listingId", bool_or(l."expiresOn" < ${day}::date) AS lapsed,
        max(coalesce(l."expiresOn", 'infinity'::date)) FILTER (WHERE l."isLicensed" OR l."isCertified") AS last
      FROM "LicenseMatch" m JOIN "License" l ON l."id" = m."licenseId"
      WHERE m."certainty" IS NOT NULL AND l."settingCode" = ANY (${LICENSE_CLASSES}::text[])
      GROUP BY 1
    ), reported AS (
      SELECT "listingId", count(*) AS reports, count(*) FILTER (WHERE "status" = 'new') AS open
      FROM "Correction" WHERE "status" <> 'spam' GROUP BY 1
    ), wished AS (
      SELECT "listingId", count(*) AS inquiries FROM "ConsentPlace" GROUP BY 1
    ), places AS (
      SELECT l."id", l."name", l."unit", l."street", l."street2", l."city", l."zip", l."phone", ranked."rank",
        (coalesce(reported.reports, 0) + coalesce(wished.inquiries, 0))::int AS named,
        array_remove(ARRAY[
          CASE WHEN reported.open > 0 THEN 'reported' END,
          CASE WHEN lapsed AND coalesce(last, '-infinity') < ${day}::date THEN 'licenseEnded' END,
          CASE WHEN last BETWEEN ${day}::date AND ${daysAfter(day, LICENSE_NOTICE_DAYS)}::date THEN 'licenseEnds' END,
          CASE WHEN l."id" = ANY (${leftOut}::uuid[]) THEN 'leftOut' END,
          CASE WHEN EXISTS (
            SELECT FROM "LicenseMatch" m WHERE m."listingId" = l."id" AND m."certainty" = 'probable'
          ) THEN 'probableMatch' END,
          CASE WHEN NOT EXISTS (
            SELECT FROM "FactCheck" c WHERE c."listingId" = l."id" AND c."retractedAt" IS NULL
              AND c."asOf" >= ${daysAfter(day, -CHECKED_WITHIN_DAYS)}::date
          ) THEN 'checkedLongAgo' END
        ], NULL) AS reasons
      FROM "Listing" l
      LEFT JOIN ranked ON ranked."listingId" = l."id"
      LEFT JOIN licensed ON licensed."listingId" = l."id"
      LEFT JOIN reported ON reported."listingId" = l."id"
      LEFT JOIN wished ON wished."listingId" = l."id"
      WHERE l."status" = 'published' AND l."closedOn" IS NULL
    )
    SELECT *, (count(*) OVER ())::int AS total FROM places
    WHERE CASE WHEN ${reason}::text IS NULL THEN cardinality(reasons) > 0 ELSE ${reason}::text = ANY (reasons) END
    ORDER BY "rank" NULLS LAST, named DESC, "name", "id"
    LIMIT ${limit}::int OFFSET ${offset}::int`;
}
