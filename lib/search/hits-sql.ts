import "server-only";
import { Prisma } from "@/lib/server/db";
import type { Coordinates } from "@/lib/shared/geo";
import { startOf, type SoughtText } from "./asked";
import { andSql, bestSql } from "./best-sql";
import { boxSql, chordSql } from "./chord-sql";
import { allSql, conditionsOf, saidNoConditionsOf, treatingSql } from "./conditions-sql";
import { PAGE_SIZE, type ListingFilters } from "./filters";
import { orderingOf, type Ordering } from "./ordering";
import type { Cursor } from "./search-cursor";

/**
 * One page of the places that fit, part after part, and one more row that tells whether another page follows. The page is
 * cut from the entries first, so that only its rows look up their listing, and why the newest edition does not rank it.
 * Written out in hits.sql and best-hits.sql.
 * @param rings within which the best fitting are chosen, in miles; null without a start
 */
export function hitsSql(filters: ListingFilters, text: SoughtText, rings: readonly number[] | null = null): Prisma.Sql {
  const ordering = orderingOf(filters, startOf(filters, text)?.position ?? null, rings);
  const parts = partsOf(ordering, filters, text).map((part) => partSql(ordering, part));
  return Prisma.sql`
    WITH ${Prisma.join(
      parts.map((part, at) => inTurnSql(part, at)),
      "",
    )}
    page AS (${Prisma.join(
      parts.map((_, at) => placedSql(at)),
      "",
    )})
    SELECT l."slug", l."name", l."unit", l."street", l."street2", l."city", l."state", l."zip", l."phone",
      l."phoneExtension", l."kind", l."knownByLicense", l."status", l."closedOn", p."sortName", p."rankOrder", p."rank",
      p."band", p."yes", p."unknown", p."who", p."noMediCalIn", p."treatsOpioids", p."saidNo",
      p."isPositionApproximate", p."chord", p."best", sec_to_gc(p."chord") AS "meters",
      x."reason" AS "notRankedFor"
    FROM page AS p
    JOIN "Listing" AS l ON l."id" = p."listingId"
    LEFT JOIN "RankingExclusion" AS x ON x."listingId" = l."id" AND x."editionId" = (
      SELECT "id" FROM "RankingEdition" ORDER BY "number" DESC LIMIT 1)
    WHERE l."status" = 'published'
    ORDER BY p."place"
    LIMIT ${PAGE_SIZE + 1}`;
}

/** Places that stand together in a list: `saidNo` to Medi-Cal, or not; null where it does not matter what they treat. */
interface Part {
  saidNo: boolean;
  treatsOpioids: boolean | null;
  /** What its places meet. */
  conditions: Prisma.Sql;
  /** Behind which its places stand; null when the cursor is another part's. */
  cursor: Cursor | null;
}

/**
 * In reading direction, from the part that has the cursor on: those that fit, then those that fit but for their no to
 * Medi-Cal, and after all of them those that do not treat opioid use disorder, unless somebody asked for such places.
 */
function partsOf({ cursor }: Ordering, filters: ListingFilters, text: SoughtText): Part[] {
  const saidNo = saidNoConditionsOf(filters, text);
  const fitting = [
    { saidNo: false, own: conditionsOf(filters, text, filters) },
    ...(saidNo ? [{ saidNo: true, own: saidNo }] : []),
  ];
  const treating = text.asksOthers ? [null] : [true, false];
  const all = treating.flatMap((treatsOpioids) => fitting.map((part) => ({ ...part, treatsOpioids })));
  const isAt = (part: (typeof all)[number]) =>
    cursor !== null &&
    part.saidNo === cursor.saidNo &&
    (part.treatsOpioids ?? cursor.treatsOpioids) === cursor.treatsOpioids;
  const at = Math.max(0, all.findIndex(isAt));
  const ahead = cursor?.direction === "previous" ? all.slice(0, at + 1).reverse() : all.slice(at);
  return ahead.map(({ own, ...part }, index) => {
    const treats = part.treatsOpioids === null ? [] : [treatingSql(part.treatsOpioids)];
    return { ...part, conditions: allSql(own, ...treats), cursor: index === 0 ? cursor : null };
  });
}

function partSql(ordering: Ordering, { saidNo, conditions, cursor }: Part): Prisma.Sql {
  const columns = columnsSql(ordering, saidNo);
  const direction = directionSql(ordering);
  if (ordering.sort === "best") return bestSql(ordering, { columns, conditions, cursor, direction });
  return Prisma.sql`
      SELECT ${columns}, NULL::float8 AS "best"
      FROM "SearchEntry" AS e
      WHERE ${conditions}${andSql(beyondCursorSql(ordering, cursor))}
      ORDER BY ${orderSql(ordering)}
      LIMIT ${PAGE_SIZE + 1}`;
}

function columnsSql({ near }: Ordering, saidNo: boolean): Prisma.Sql {
  return Prisma.sql`e."listingId", e."sortName", e."rankOrder", e."rank", e."band", e."yes", e."unknown", e."who",
        e."noMediCalIn", e."treatsOpioids", ${saidNo ? Prisma.sql`true` : Prisma.sql`false`} AS "saidNo",
        e."isPositionApproximate",
        ${near ? chordSql(near) : Prisma.sql`NULL::float8`} AS "chord"`;
}

const NAMES = ["first", "second", "third", "fourth"].map((name) => Prisma.raw(name));

/** Looked for only where the parts before it leave room. */
function inTurnSql(part: Prisma.Sql, at: number): Prisma.Sql {
  if (at === 0) return Prisma.sql`${NAMES[0]} AS (${part}),`;
  const counts = NAMES.slice(0, at).map((name) => Prisma.sql`(SELECT count(*) FROM ${name})`);
  return Prisma.sql`
    ${NAMES[at]} AS (
      SELECT * FROM (${part}) AS s
      WHERE ${Prisma.join(counts, " + ")} <= ${PAGE_SIZE}),`;
}

function placedSql(at: number): Prisma.Sql {
  const union =
    at === 0
      ? Prisma.empty
      : Prisma.sql`
      UNION ALL`;
  return Prisma.sql`${union}
      SELECT *, ${at * (PAGE_SIZE + 1)} + row_number() OVER () AS "place" FROM ${NAMES[at]}`;
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
