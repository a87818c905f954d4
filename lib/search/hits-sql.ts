import "server-only";
import { Prisma } from "@/lib/server/db";
import type { Coordinates } from "@/lib/shared/geo";
import type { SoughtText } from "./asked";
import { allSql, conditionsOf, saidNoConditionsOf } from "./conditions-sql";
import { PAGE_SIZE, type ListingFilters } from "./filters";
import { orderingOf, type Ordering } from "./ordering";
import type { Cursor } from "./search-cursor";

/**
 * One page of the places that fit, then of those that fit but for their no to Medi-Cal, and one more row that tells
 * whether another page follows. The page is cut from the entries first, so that only its rows look up their listing.
 * Written out in hits.sql.
 */
export function hitsSql(filters: ListingFilters, text: SoughtText): Prisma.Sql {
  const ordering = orderingOf(filters);
  const [first, second] = partsOf(ordering, filters, text);
  return Prisma.sql`
    WITH first AS (${partSql(ordering, first)}),${second ? secondSql(partSql(ordering, second)) : Prisma.empty}
    page AS (
      SELECT *, row_number() OVER () AS "place" FROM first${second ? thenSecondSql() : Prisma.empty})
    SELECT l."slug", l."name", l."unit", l."street", l."street2", l."city", l."state", l."zip", l."phone",
      l."phoneExtension", l."kind", l."knownByLicense", l."status", l."closedOn", p."sortName", p."rankOrder", p."rank",
      p."band", p."yes", p."unknown", p."who", p."noMediCalIn", p."saidNo", p."isPositionApproximate", p."chord",
      sec_to_gc(p."chord") AS "meters"
    FROM page AS p
    JOIN "Listing" AS l ON l."id" = p."listingId"
    WHERE l."status" = 'published'
    ORDER BY p."place"
    LIMIT ${PAGE_SIZE + 1}`;
}

interface Part {
  saidNo: boolean;
  /** What its places meet, and what stands behind the cursor when it is this part's. */
  conditions: Prisma.Sql;
}

/** In reading direction, from the one that has the cursor on. */
type Parts = [first: Part, second?: Part];

function partsOf(ordering: Ordering, filters: ListingFilters, text: SoughtText): Parts {
  const { cursor } = ordering;
  const more = saidNoConditionsOf(filters, text);
  const beyond = (saidNo: boolean) => (!more || cursor?.saidNo === saidNo ? beyondCursorSql(ordering) : []);
  const fitting = { saidNo: false, conditions: allSql(conditionsOf(filters, text, filters), ...beyond(false)) };
  if (!more) return [fitting];
  const saidNo = { saidNo: true, conditions: allSql(more, ...beyond(true)) };
  if (cursor?.direction === "previous") return cursor.saidNo ? [saidNo, fitting] : [fitting];
  return cursor?.saidNo ? [saidNo] : [fitting, saidNo];
}

function partSql(ordering: Ordering, { saidNo, conditions }: Part): Prisma.Sql {
  return Prisma.sql`
      SELECT e."listingId", e."sortName", e."rankOrder", e."rank", e."band", e."yes", e."unknown", e."who",
        e."noMediCalIn", ${saidNo ? Prisma.sql`true` : Prisma.sql`false`} AS "saidNo", e."isPositionApproximate",
        ${ordering.near ? chordSql(ordering.near) : Prisma.sql`NULL::float8`} AS "chord"
      FROM "SearchEntry" AS e
      WHERE ${conditions}
      ORDER BY ${orderSql(ordering)}
      LIMIT ${PAGE_SIZE + 1}`;
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

/** Without a position a place comes last, so backward it comes first: as NULLs do by themselves. */
function orderSql(ordering: Ordering): Prisma.Sql {
  const direction = ordering.cursor?.direction === "previous" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const name = Prisma.sql`e."sortName" ${direction}`;
  if (ordering.sort === "rank") return Prisma.sql`e."rankOrder" ${direction}, ${name}`;
  return ordering.sort === "distance" ? Prisma.sql`${chordSql(ordering.near)} ${direction}, ${name}` : name;
}

/** What stands behind the cursor, in its direction; nothing without one. */
function beyondCursorSql(ordering: Ordering): Prisma.Sql[] {
  const { cursor } = ordering;
  if (!cursor) return [];
  const { direction, number, name } = cursor;
  const than = direction === "previous" ? Prisma.sql`<` : Prisma.sql`>`;
  if (ordering.sort === "distance")
    return [direction === "previous" ? nearerThanSql(ordering.near, cursor) : fartherThanSql(ordering.near, cursor)];
  if (ordering.sort === "name") return [Prisma.sql`e."sortName" ${than} ${name}`];
  return [Prisma.sql`(e."rankOrder", e."sortName") ${than} (${number}::int, ${name})`];
}

function fartherThanSql(near: Coordinates, { number, name }: Cursor): Prisma.Sql {
  if (number === null) return Prisma.sql`e."position" IS NULL AND e."sortName" > ${name}`;
  return Prisma.sql`((${chordSql(near)}, e."sortName") > (${number}::float8, ${name}) OR e."position" IS NULL)`;
}

function nearerThanSql(near: Coordinates, { number, name }: Cursor): Prisma.Sql {
  if (number === null) return Prisma.sql`(e."position" IS NOT NULL OR e."sortName" < ${name})`;
  // The box, a meter wider, lets the index leave out what is farther.
  return Prisma.sql`cube_enlarge(${onEarthSql(near)}, ${number + 1}::float8, 3) @> e."position"
    AND (${chordSql(near)}, e."sortName") < (${number}::float8, ${name})`;
}
