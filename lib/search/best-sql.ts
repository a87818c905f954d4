import "server-only";
import { Prisma } from "@/lib/server/db";
import { METERS_PER_MILE, type Coordinates } from "@/lib/shared/geo";
import { boxSql, chordSql, withinSql } from "./chord-sql";
import { PAGE_SIZE } from "./filters";
import type { Ordering } from "./ordering";
import type { Cursor } from "./search-cursor";

/** What a part of the list shows and meets, and behind which of its places a page begins. */
interface BestPart {
  columns: Prisma.Sql;
  conditions: Prisma.Sql;
  /** Null when the cursor is another part's. */
  cursor: Cursor | null;
  direction: Prisma.Sql;
}

/**
 * Within the ring by rank, the nearer of equals first; then the nearest beyond. Each is looked for by an index of its
 * own, and one number orders both: `best`.
 */
export function bestSql(
  { near, miles }: Ordering & { sort: "best" },
  { columns, conditions, cursor, direction }: BestPart,
): Prisma.Sql {
  const radius = Prisma.sql`gc_to_sec(${miles * METERS_PER_MILE}::float8)`;
  return Prisma.sql`
      SELECT * FROM (
        (SELECT ${columns}, ${bestWithinSql(near)} AS "best"
        FROM "SearchEntry" AS e
        WHERE ${conditions}
          AND ${withinSql(near, radius)}${andSql(afterBestSql(cursor, bestWithinSql(near)))}
        ORDER BY "best" ${direction}, e."sortName" ${direction}
        LIMIT ${PAGE_SIZE + 1})
        UNION ALL
        (SELECT ${columns}, ${bestBeyondSql(near)} AS "best"
        FROM "SearchEntry" AS e
        WHERE ${conditions}
          AND (${chordSql(near)} > ${radius} OR e."position" IS NULL)${andSql(beyondRingSql(cursor, near))}
        ORDER BY ${chordSql(near)} ${direction}, e."sortName" ${direction}
        LIMIT ${PAGE_SIZE + 1})) AS both_sides
      ORDER BY "best" ${direction}, "sortName" ${direction}
      LIMIT ${PAGE_SIZE + 1}`;
}

/** Wider than any ring, in meters: what is left of a number beside the place in the ranking tells centimeters apart. */
const WIDEST = 2 ** 16;
/** Above every place in the ranking. */
const BEYOND_FROM = 2 ** 32;

/** Whether a place with this number lies beyond the ring. */
export function isBeyondRing(best: number | null): boolean {
  return best === null || best >= BEYOND_FROM;
}

/** Places within the ring in their order, as one number. */
function bestWithinSql(near: Coordinates): Prisma.Sql {
  return Prisma.sql`(e."rankOrder" + ${chordSql(near)} / ${WIDEST}::float8)`;
}

/** Places beyond the ring in their order, as one number, above all within. */
function bestBeyondSql(near: Coordinates): Prisma.Sql {
  return Prisma.sql`(${BEYOND_FROM}::float8 + ${chordSql(near)})`;
}

/** A further condition; nothing without one. */
export function andSql(condition: Prisma.Sql | null): Prisma.Sql {
  return condition
    ? Prisma.sql`
        AND ${condition}`
    : Prisma.empty;
}

/** What stands behind the cursor beyond the ring. */
function beyondRingSql(cursor: Cursor | null, near: Coordinates): Prisma.Sql | null {
  const after = afterBestSql(cursor, bestBeyondSql(near));
  if (cursor?.direction !== "previous" || cursor.number === null) return after;
  if (!isBeyondRing(cursor.number)) return Prisma.sql`false`;
  return Prisma.sql`${boxSql(near, cursor.number - BEYOND_FROM)} AND ${after}`;
}

/** What stands behind the cursor among the best fitting, on the side of the ring that numbers its places so. */
function afterBestSql(cursor: Cursor | null, best: Prisma.Sql): Prisma.Sql | null {
  if (!cursor) return null;
  const { direction, number, name } = cursor;
  const isBack = direction === "previous";
  if (number === null)
    return isBack
      ? Prisma.sql`(e."position" IS NOT NULL OR e."sortName" < ${name})`
      : Prisma.sql`e."position" IS NULL AND e."sortName" > ${name}`;
  if (isBack) return Prisma.sql`(${best}, e."sortName") < (${number}::float8, ${name})`;
  return Prisma.sql`((${best}, e."sortName") > (${number}::float8, ${name}) OR e."position" IS NULL)`;
}
