import "server-only";
import { Prisma } from "@/lib/server/db";
import { METERS_PER_MILE, type Coordinates } from "@/lib/shared/geo";
import { startOf, type SoughtText } from "./asked";
import { allSql, conditionsOf, saidNoConditionsOf } from "./conditions-sql";
import { PAGE_SIZE, type ListingFilters } from "./filters";
import { orderingOf, type Ordering } from "./ordering";
import type { Cursor } from "./search-cursor";

/**
 * One page of the places that fit, then of those that fit but for their no to Medi-Cal, and one more row that tells
 * whether another page follows. The page is cut from the entries first, so that only its rows look up their listing.
 * Written out in hits.sql and best-hits.sql.
 * @param miles of the ring that the best fitting are chosen within; null without a start
 */
export function hitsSql(filters: ListingFilters, text: SoughtText, miles: number | null = null): Prisma.Sql {
  const ordering = orderingOf(filters, startOf(filters, text)?.position ?? null, miles);
  const [first, second] = partsOf(ordering, filters, text);
  return Prisma.sql`
    WITH first AS (${partSql(ordering, first)}),${second ? secondSql(partSql(ordering, second)) : Prisma.empty}
    page AS (
      SELECT *, row_number() OVER () AS "place" FROM first${second ? thenSecondSql() : Prisma.empty})
    SELECT l."slug", l."name", l."unit", l."street", l."street2", l."city", l."state", l."zip", l."phone",
      l."phoneExtension", l."kind", l."knownByLicense", l."status", l."closedOn", p."sortName", p."rankOrder", p."rank",
      p."band", p."yes", p."unknown", p."who", p."noMediCalIn", p."saidNo", p."isPositionApproximate", p."chord",
      p."best", sec_to_gc(p."chord") AS "meters"
    FROM page AS p
    JOIN "Listing" AS l ON l."id" = p."listingId"
    WHERE l."status" = 'published'
    ORDER BY p."place"
    LIMIT ${PAGE_SIZE + 1}`;
}

interface Part {
  saidNo: boolean;
  /** What its places meet. */
  conditions: Prisma.Sql;
  /** Behind which its places stand; null when the cursor is another part's. */
  cursor: Cursor | null;
}

/** In reading direction, from the one that has the cursor on. */
type Parts = [first: Part, second?: Part];

function partsOf(ordering: Ordering, filters: ListingFilters, text: SoughtText): Parts {
  const { cursor } = ordering;
  const more = saidNoConditionsOf(filters, text);
  const cursorOf = (saidNo: boolean) => (!more || cursor?.saidNo === saidNo ? cursor : null);
  const fitting = { saidNo: false, conditions: allSql(conditionsOf(filters, text, filters)), cursor: cursorOf(false) };
  if (!more) return [fitting];
  const saidNo = { saidNo: true, conditions: allSql(more), cursor: cursorOf(true) };
  if (cursor?.direction === "previous") return cursor.saidNo ? [saidNo, fitting] : [fitting];
  return cursor?.saidNo ? [saidNo] : [fitting, saidNo];
}

function partSql(ordering: Ordering, part: Part): Prisma.Sql {
  if (ordering.sort === "best") return bestSql(ordering, part);
  const { saidNo, conditions, cursor } = part;
  return Prisma.sql`
      SELECT ${columnsSql(ordering, saidNo)}, NULL::float8 AS "best"
      FROM "SearchEntry" AS e
      WHERE ${conditions}${andSql(beyondCursorSql(ordering, cursor))}
      ORDER BY ${orderSql(ordering)}
      LIMIT ${PAGE_SIZE + 1}`;
}

function columnsSql({ near }: Ordering, saidNo: boolean): Prisma.Sql {
  return Prisma.sql`e."listingId", e."sortName", e."rankOrder", e."rank", e."band", e."yes", e."unknown", e."who",
        e."noMediCalIn", ${saidNo ? Prisma.sql`true` : Prisma.sql`false`} AS "saidNo", e."isPositionApproximate",
        ${near ? chordSql(near) : Prisma.sql`NULL::float8`} AS "chord"`;
}

/**
 * Within the ring by rank, the nearer of equals first; then the nearest beyond. Each is looked for by an index of its
 * own, and one number orders both: `best`.
 */
function bestSql(ordering: Ordering & { sort: "best" }, { saidNo, conditions, cursor }: Part): Prisma.Sql {
  const { near } = ordering;
  const radius = Prisma.sql`gc_to_sec(${ordering.miles * METERS_PER_MILE}::float8)`;
  const direction = directionSql(ordering);
  return Prisma.sql`
      SELECT * FROM (
        (SELECT ${columnsSql(ordering, saidNo)}, ${bestWithinSql(near)} AS "best"
        FROM "SearchEntry" AS e
        WHERE ${conditions}
          AND cube_enlarge(${onEarthSql(near)}, ${radius}, 3) @> e."position" AND ${chordSql(near)} <= ${radius}${andSql(afterBestSql(cursor, bestWithinSql(near)))}
        ORDER BY "best" ${direction}, e."sortName" ${direction}
        LIMIT ${PAGE_SIZE + 1})
        UNION ALL
        (SELECT ${columnsSql(ordering, saidNo)}, ${bestBeyondSql(near)} AS "best"
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

/** Places within the ring in their order, as one number. */
function bestWithinSql(near: Coordinates): Prisma.Sql {
  return Prisma.sql`(e."rankOrder" + ${chordSql(near)} / ${WIDEST}::float8)`;
}

/** Places beyond the ring in their order, as one number, above all within. */
function bestBeyondSql(near: Coordinates): Prisma.Sql {
  return Prisma.sql`(${BEYOND_FROM}::float8 + ${chordSql(near)})`;
}

/** Whether a place with this number lies beyond the ring. */
export function isBeyondRing(best: number | null): boolean {
  return best === null || best >= BEYOND_FROM;
}

/** A further condition; nothing without one. */
function andSql(condition: Prisma.Sql | null): Prisma.Sql {
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

/** Looked for only where the first part leaves room. */
function secondSql(part: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    second AS (
      SELECT * FROM (${part}) AS s
      WHERE (SELECT count(*) FROM first) <= ${PAGE_SIZE}),`;
}

function thenSecondSql(): Prisma.Sql {
  return Prisma.sql`
      UNION ALL SELECT *, ${PAGE_SIZE + 1} + row_number() OVER () FROM second`;
}

/** Straight through the ground, in meters: orders like the way over it, and the index knows it. */
function chordSql(near: Coordinates): Prisma.Sql {
  return Prisma.sql`(e."position" <-> ${onEarthSql(near)})`;
}

function onEarthSql({ latitude, longitude }: Coordinates): Prisma.Sql {
  return Prisma.sql`ll_to_earth(${latitude}::float8, ${longitude}::float8)`;
}

function directionSql({ cursor }: Ordering): Prisma.Sql {
  return cursor?.direction === "previous" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
}

/** Without a position a place comes last, so backward it comes first: as NULLs do by themselves. */
function orderSql(ordering: Exclude<Ordering, { sort: "best" }>): Prisma.Sql {
  const direction = directionSql(ordering);
  const name = Prisma.sql`e."sortName" ${direction}`;
  if (ordering.sort === "rank") return Prisma.sql`e."rankOrder" ${direction}, ${name}`;
  return ordering.sort === "distance" ? Prisma.sql`${chordSql(ordering.near)} ${direction}, ${name}` : name;
}

/** What stands behind the cursor, in its direction. */
function beyondCursorSql(ordering: Exclude<Ordering, { sort: "best" }>, cursor: Cursor | null): Prisma.Sql | null {
  if (!cursor) return null;
  const { direction, number, name } = cursor;
  const than = direction === "previous" ? Prisma.sql`<` : Prisma.sql`>`;
  if (ordering.sort === "distance")
    return direction === "previous" ? nearerThanSql(ordering.near, cursor) : fartherThanSql(ordering.near, cursor);
  if (ordering.sort === "name") return Prisma.sql`e."sortName" ${than} ${name}`;
  return Prisma.sql`(e."rankOrder", e."sortName") ${than} (${number}::int, ${name})`;
}

function fartherThanSql(near: Coordinates, { number, name }: Cursor): Prisma.Sql {
  if (number === null) return Prisma.sql`e."position" IS NULL AND e."sortName" > ${name}`;
  return Prisma.sql`((${chordSql(near)}, e."sortName") > (${number}::float8, ${name}) OR e."position" IS NULL)`;
}

function nearerThanSql(near: Coordinates, { number, name }: Cursor): Prisma.Sql {
  if (number === null) return Prisma.sql`(e."position" IS NOT NULL OR e."sortName" < ${name})`;
  return Prisma.sql`${boxSql(near, number)} AND (${chordSql(near)}, e."sortName") < (${number}::float8, ${name})`;
}

/** A box around a start, a meter wider than its meters, by which the index leaves out what is farther. */
function boxSql(near: Coordinates, meters: number): Prisma.Sql {
  return Prisma.sql`cube_enlarge(${onEarthSql(near)}, ${meters + 1}::float8, 3) @> e."position"`;
}
