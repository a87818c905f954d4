import "server-only";
import {
  checkedLatelySql,
  disputedSql,
  leftOutSql,
  licensedSql,
  licenseEndedSql,
  licenseEndsSql,
  maybeMovedSql,
  openReportSql,
  probableMatchSql,
} from "@/lib/listing-table/listing-conditions-sql";
import type { DirectoryEdition } from "@/lib/listings/left-out";
import { Prisma } from "@/lib/server/db";
import type { ReCheckReason } from "./types";

interface Sought {
  /** Null for all. */
  reason: ReCheckReason | null;
  /** The newest edition of the directory of each county. */
  directories: readonly DirectoryEdition[];
  /** YYYY-MM-DD. */
  day: string;
  limit: number;
  offset: number;
}

/**
 * The public places of which somebody should make sure that what we say is true, each with its reasons (lib/desk/types),
 * and how many there are.
 */
export function reChecksSql({ reason, directories, day, limit, offset }: Sought): Prisma.Sql {
  return Prisma.sql`
    WITH ranked AS (
      SELECT m."listingId", e."rank" FROM "RankingMember" m JOIN "RankingEntry" e ON e."id" = m."entryId"
      WHERE m."editionId" = (SELECT "id" FROM "RankingEdition" ORDER BY "number" DESC LIMIT 1)
    ), licensed AS (${licensedSql(day)}
    ), reported AS (
      SELECT "listingId", count(*) AS reports
      FROM "Correction" WHERE "status" <> 'spam' GROUP BY 1
    ), wished AS (
      SELECT "listingId", count(*) AS inquiries FROM "ConsentPlace" GROUP BY 1
    ), places AS (
      SELECT l."id", l."name", l."unit", l."street", l."street2", l."city", l."zip", l."phone", ranked."rank",
        (coalesce(reported.reports, 0) + coalesce(wished.inquiries, 0))::int AS named,
        array_remove(ARRAY[
          CASE WHEN ${openReportSql()} THEN 'reported' END,
          CASE WHEN ${licenseEndedSql(day)} THEN 'licenseEnded' END,
          CASE WHEN ${licenseEndsSql(day)} THEN 'licenseEnds' END,
          CASE WHEN ${leftOutSql(directories)} THEN 'leftOut' END,
          CASE WHEN ${maybeMovedSql()} THEN 'maybeMoved' END,
          CASE WHEN ${disputedSql(day)} THEN 'disputed' END,
          CASE WHEN ${probableMatchSql()} THEN 'probableMatch' END,
          CASE WHEN NOT ${checkedLatelySql(day)} THEN 'checkedLongAgo' END
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
