import "server-only";
import type { DirectoryEdition } from "@/lib/listings/left-out";
import { Prisma } from "@/lib/server/db";
import { CALIFORNIAN, TOLL_FREE } from "@/lib/shared/area-code";
import {
  checkedLatelySql,
  leftOutSql,
  licenseCurrentSql,
  licensedSql,
  licenseEndedSql,
  licenseEndsSql,
  namedByDirectorySql,
  noLicenseSql,
  openReportSql,
  openReportsSql,
  probableMatchSql,
} from "./listing-conditions-sql";
import { NO_COUNTY, type LISTING_CHOICES, type ListingFilters, type ListingTable } from "./schema";

/** What the conditions need to know beside the filters. */
export interface TableKnowledge {
  /** The condition of the typed words; null when none were typed. */
  sought: Prisma.Sql | null;
  directories: readonly DirectoryEdition[];
  /** YYYY-MM-DD. */
  day: string;
}

/** The part of a statement from FROM on: the listings that the filters find, as `l`. */
function foundSql(filters: ListingFilters, known: TableKnowledge): Prisma.Sql {
  const conditions = conditionsSql(filters, known);
  const licensed = filters.license
    ? Prisma.sql`LEFT JOIN (${licensedSql(known.day)}) AS licensed ON licensed."listingId" = l."id"`
    : Prisma.empty;
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, "\n      AND ")}` : Prisma.empty;
  return Prisma.sql`FROM "Listing" l ${licensed}
    ${where}`;
}

function conditionsSql(filters: ListingFilters, { sought, directories, day }: TableKnowledge): Prisma.Sql[] {
  const { status, kind, state, county, license, source } = filters;
  const isOfStatus =
    status === "closed"
      ? Prisma.sql`l."closedOn" IS NOT NULL`
      : Prisma.sql`l."status" = ${status}::"PublicationStatus"`;
  const conditions: [isAsked: unknown, condition: Prisma.Sql][] = [
    [sought, sought ?? Prisma.empty],
    [status, isOfStatus],
    [kind, Prisma.sql`l."kind" = ${kind}::"ListingKind"`],
    [state, Prisma.sql`l."state" = ${state}`],
    [county, county === NO_COUNTY ? Prisma.sql`l."county" IS NULL` : Prisma.sql`l."county" = ${county}`],
    [license, license ? LICENSE_SQL[license](day) : Prisma.empty],
    [filters.checked === "within_year", checkedLatelySql(day)],
    [filters.checked === "long_ago", Prisma.sql`NOT ${checkedLatelySql(day)}`],
    [filters.reports, openReportSql()],
    [filters.match, probableMatchSql()],
    [source, source ? SOURCE_SQL[source]() : Prisma.empty],
    [filters.directory, leftOutSql(directories)],
    [filters.phone, phoneElsewhereSql()],
  ];
  return conditions.filter(([isAsked]) => Boolean(isAsked)).map(([, condition]) => condition);
}

const LICENSE_SQL = {
  current: licenseCurrentSql,
  ending: licenseEndsSql,
  ended: licenseEndedSql,
  none: noLicenseSql,
} satisfies Record<(typeof LISTING_CHOICES)["license"][number], (day: string) => Prisma.Sql>;

/** Each listing is of one: the directory, the state's list alone, or staff. */
const SOURCE_SQL = {
  directory: namedByDirectorySql,
  state_list: () => Prisma.sql`(l."knownByLicense" IS NOT NULL AND NOT ${namedByDirectorySql()})`,
  staff: () => Prisma.sql`(l."knownByLicense" IS NULL AND NOT ${namedByDirectorySql()})`,
} satisfies Record<(typeof LISTING_CHOICES)["source"][number], () => Prisma.Sql>;

/** Its main phone has an area code of another state: it may be a call center’s, or a slip. */
function phoneElsewhereSql(): Prisma.Sql {
  const near = [...CALIFORNIAN, ...TOLL_FREE].map((code) => `+1${code}`);
  return Prisma.sql`left(l."phone", 5) <> ALL (${near}::text[])`;
}

/** How many there are. */
export function countListingsSql(filters: ListingFilters, known: TableKnowledge): Prisma.Sql {
  return Prisma.sql`SELECT count(*)::int AS total ${foundSql(filters, known)}`;
}

/** Whether there is any. */
export function isAnyFoundSql(filters: ListingFilters, known: TableKnowledge): Prisma.Sql {
  return Prisma.sql`SELECT EXISTS (SELECT ${foundSql(filters, known)}) AS "is"`;
}

const COLUMNS = {
  name: Prisma.sql`l."name"`,
  city: Prisma.sql`l."city"`,
  zip: Prisma.sql`l."zip"`,
  updated: Prisma.sql`l."updatedAt"`,
} satisfies Record<ListingTable["sort"], Prisma.Sql>;

/** By a column of the table; in the order of its ids what is equal there. */
function tableOrderSql({ sort, order }: Pick<ListingTable, "sort" | "order">): Prisma.Sql {
  const direction = order === "desc" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`${COLUMNS[sort]} ${direction}, l."id" ${direction}`;
}

/** One page of the rows: it is found by ids alone, and only its rows are read. */
export function listingRowsSql(
  table: ListingTable,
  known: TableKnowledge,
  { limit, offset }: { limit: number; offset: number },
): Prisma.Sql {
  const order = tableOrderSql(table);
  return Prisma.sql`
    SELECT l."id", l."slug", l."status", l."closedOn", l."name", l."unit", l."street", l."street2", l."city", l."state",
      l."zip", l."phone", l."kind", l."updatedAt", ${openReportsSql()} AS "openReports"
    FROM (
      SELECT l."id" ${foundSql(table, known)}
      ORDER BY ${order}
      LIMIT ${limit}::int OFFSET ${offset}::int
    ) AS page JOIN "Listing" l ON l."id" = page."id"
    ORDER BY ${order}`;
}

/** The ids of all of them, in the order of the table. */
export function foundIdsSql(table: ListingTable, known: TableKnowledge, limit: number | null): Prisma.Sql {
  return Prisma.sql`SELECT l."id" ${foundSql(table, known)} ORDER BY ${tableOrderSql(table)} LIMIT ${limit}::int`;
}

/** Every state and county once, from the index alone. */
export function areasSql(): Prisma.Sql {
  return Prisma.sql`SELECT "state", "county" FROM "Listing" GROUP BY 1, 2 ORDER BY 1, 2`;
}
