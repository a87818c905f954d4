import "server-only";
import { Prisma } from "@/lib/server/db";
import type { Coordinates } from "@/lib/shared/geo";
import type { SoughtText } from "./asked";
import { chordSql } from "./chord-sql";
import { allSql, conditionsOf, treatingSql } from "./conditions-sql";
import type { ListingFilters } from "./filters";
import { ENOUGH } from "./ordering";

/**
 * How far the nearest places of the list's first part are, in meters over the ground, the nearest first. Written out in
 * nearest.sql.
 */
export function nearestSql(filters: ListingFilters, text: SoughtText, near: Coordinates): Prisma.Sql {
  const treats = text.asksOthers ? [] : [treatingSql(true)];
  return Prisma.sql`
    SELECT sec_to_gc(n."chord") AS "meters" FROM (
      SELECT ${chordSql(near)} AS "chord"
      FROM "SearchEntry" AS e
      WHERE ${allSql(conditionsOf(filters, text, filters), ...treats)}
      ORDER BY ${chordSql(near)}
      LIMIT ${ENOUGH}) AS n
    WHERE n."chord" IS NOT NULL
    ORDER BY n."chord"`;
}
