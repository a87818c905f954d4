import "server-only";
import { Prisma } from "@/lib/server/db";
import { canBeUnknown, type SoughtText } from "./asked";
import { concatSql, conditionsOf, countSql, type Condition } from "./conditions-sql";
import type { ListingFilters } from "./filters";
import type { Relaxation } from "./types";

/**
 * What a search would find without one of its parts; if none helps, without each two together. Written out in
 * relaxations.sql. Null for a search that asks nothing.
 */
export function relaxationsSql(filters: ListingFilters, text: SoughtText): Prisma.Sql | null {
  const conditions = conditionsOf(filters, text, filters);
  if (conditions.length === 0) return null;
  const leavingSql = (...parts: Condition["part"][]) =>
    rowSql(
      parts,
      conditions.filter(({ part }) => !parts.includes(part)),
    );
  const parts = conditions.map(({ part }) => part);
  const alone = parts.map((part) => leavingSql(part));
  if (!filters.includeUnknown && canBeUnknown(filters, text))
    alone.push(rowSql(["unknown"], conditionsOf(filters, text, { includeUnknown: true })));
  const pairs = parts.flatMap((one, index) => parts.slice(index + 1).map((other) => leavingSql(one, other)));
  const pairRows = pairs.map(
    (pair) => Prisma.sql`
    UNION ALL ${pair}
      WHERE NOT EXISTS (SELECT FROM alone WHERE "count" > 0)`,
  );
  return Prisma.sql`
    WITH alone AS MATERIALIZED (
      ${Prisma.join(alone, "\n      UNION ALL ")})
    SELECT * FROM alone${concatSql(pairRows)}`;
}

/** How many places meet each of these lists of conditions: one row of one array. */
export function countsSql(lists: readonly (readonly Condition[])[]): Prisma.Sql {
  return Prisma.sql`SELECT ARRAY[${Prisma.join(lists.map(countSql))}]::int[] AS "counts"`;
}

function rowSql(without: Relaxation["without"], conditions: readonly Condition[]): Prisma.Sql {
  return Prisma.sql`SELECT ${without}::text[] AS "without", ${countSql(conditions)} AS "count"`;
}
