import "server-only";
import { Prisma } from "@/lib/server/db";
import type { Coordinates } from "@/lib/shared/geo";
import type { SoughtText } from "./asked";
import { allSql, conditionsOf } from "./conditions-sql";
import type { ListingFilters } from "./filters";
import { ENOUGH } from "./ordering";

/** How far the nearest fitting places are, in meters over the ground, the nearest first. Written out in nearest.sql. */
export function nearestSql(filters: ListingFilters, text: SoughtText, near: Coordinates): Prisma.Sql {
  const chord = Prisma.sql`(e."position" <-> ll_to_earth(${near.latitude}::float8, ${near.longitude}::float8))`;
  return Prisma.sql`
    SELECT sec_to_gc(n."chord") AS "meters" FROM (
      SELECT ${chord} AS "chord"
      FROM "SearchEntry" AS e
      WHERE ${allSql(conditionsOf(filters, text, filters))}
      ORDER BY ${chord}
      LIMIT ${ENOUGH}) AS n
    WHERE n."chord" IS NOT NULL
    ORDER BY n."chord"`;
}
