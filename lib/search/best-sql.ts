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
 * Ring by ring, by rank in each, the nearer of equals first; then the nearest beyond. Within and beyond are looked for by
 * an index each, and one number orders both: `best`.
 */
export function bestSql(
  { near, rings }: Ordering & { sort: "best" },
  { columns, conditions, cursor, direction }: BestPart,
): Prisma.Sql {
  const radius = radiusSql(rings.at(-1)!);
  const within = bestWithinSql(near, rings);
  return Prisma.sql`
      SELECT * FROM (
        (SELECT ${columns}, ${within} AS "best"
        FROM "SearchEntry" AS e
        WHERE ${conditions}
          AND ${withinSql(near, radius)}${andSql(afterBestSql(cursor, within))}
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
/** More places than a ranking has. */
const RING_STEP = 2 ** 24;
/** Above every place of every ring. */
const BEYOND_FROM = 2 ** 32;

function radiusSql(miles: number): Prisma.Sql {
  return Prisma.sql`gc_to_sec(${miles * METERS_PER_MILE}::float8)`;
}

/** Whether a place with this number lies beyond the rings. */
export function isBeyondRing(best: number | null): boolean {
  return best === null || best >= BEYOND_FROM;
}

/**
 * Places within the rings in their order, as one number. One without a rank counts as a ring farther away: of most of them
 * nothing is known, and around every start they would stand before all that is ranked a little farther.
 */
function bestWithinSql(near: Coordinates, rings: readonly number[]): Prisma.Sql {
  const nearer = rings.slice(0, -1).map((miles) => Prisma.sql`(${chordSql(near)} > ${radiusSql(miles)})::int + `);
  const place = Prisma.sql`least(e."rankOrder", ${RING_STEP - 1}::int) + ${chordSql(near)} / ${WIDEST}::float8`;
  const ring = Prisma.sql`(${nearer.length > 0 ? Prisma.join(nearer, "") : Prisma.empty}(e."rank" IS NULL)::int)`;
  return Prisma.sql`(${ring} * ${RING_STEP}::float8 + ${place})`;
}

/** Places beyond the rings in their order, as one number, above all within. */
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

/** What stands behind the cursor beyond the rings. */
function beyondRingSql(cursor: Cursor | null, near: Coordinates): Prisma.Sql | null {
  const after = afterBestSql(cursor, bestBeyondSql(near));
  if (cursor?.direction !== "previous" || cursor.number === null) return after;
  if (!isBeyondRing(cursor.number)) return Prisma.sql`false`;
  return Prisma.sql`${boxSql(near, cursor.number - BEYOND_FROM)} AND ${after}`;
}

/** What stands behind the cursor among the best fitting, on the side of the rings that numbers its places so. */
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
