import "server-only";
import { FILTER_GROUPS, type FilterGroup } from "@/lib/facts/filter-options";
import { Prisma } from "@/lib/server/db";
import { canBeUnknown, type SoughtText } from "./asked";
import { allSql, concatSql, conditionsOf, countSql, MAX_COUNTED, saidNoConditionsOf } from "./conditions-sql";
import type { ListingFilters } from "./filters";

/** Where more fit than that, the other options of a chosen group need only show that they would find places too. */
export const MAX_SAMPLED = 2_000;

/**
 * How many places fit, and how many each option would find if it were the only one of its group: a set for all that is
 * asked, and one for each chosen group, which leaves that group out. Written out in facets.sql.
 */
export function facetsSql(filters: ListingFilters, text: SoughtText): Prisma.Sql {
  const conditions = conditionsOf(filters, text, filters);
  const answers = filters.includeUnknown ? Prisma.sql`e."yes" || e."unknown"` : Prisma.sql`e."yes"`;
  const groups = FILTER_GROUPS.filter((group) => filters[group].length > 0);
  const groupSets = groups.map((group) => {
    const others = conditions.filter(({ part }) => part !== group);
    return Prisma.sql`,
    ${nameSql(group)} AS MATERIALIZED (
      SELECT ${answers} AS answers FROM "SearchEntry" AS e
      WHERE ${allSql(others)}
      LIMIT (
        SELECT CASE WHEN count(*) > ${MAX_COUNTED} THEN ${MAX_SAMPLED}::int ELSE ${MAX_COUNTED + 1}::int END
        FROM "all"))`;
  });
  const groupCounts = groups.map(
    (group) => Prisma.sql`
    UNION ALL SELECT ${group}, NULL, count(*)::int FROM ${nameSql(group)}
    UNION ALL ${optionsSql(group, Prisma.sql`starts_with(o.key, ${`${group}:`})`)}`,
  );
  return Prisma.sql`
    WITH "all" AS MATERIALIZED (
      SELECT ${answers} AS answers FROM "SearchEntry" AS e
      WHERE ${allSql(conditions)}
      LIMIT ${MAX_COUNTED + 1})${concatSql(groupSets)}
    SELECT 'all' AS "set", NULL AS "option", count(*)::int AS "count" FROM "all"
    UNION ALL ${optionsSql("all", Prisma.sql`true`)}${concatSql(groupCounts)}
    ${withUnknownSql(filters, text)}${saidNoSql(filters, text)}`;
}

/** A set's name stands in the statement itself; it is one of our own words. */
function nameSql(set: "all" | FilterGroup): Prisma.Sql {
  return Prisma.raw(`"${set}"`);
}

/** Unnested in the select list: joined laterally it takes three times as long. */
function optionsSql(set: "all" | FilterGroup, only: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${set}, o.key, count(*)::int
      FROM (SELECT unnest(answers) AS key FROM ${nameSql(set)}) AS o
      WHERE ${only}
      GROUP BY o.key`;
}

/** How many would fit with those that did not say, where that is anything new. */
function withUnknownSql(filters: ListingFilters, text: SoughtText): Prisma.Sql {
  if (filters.includeUnknown || !canBeUnknown(filters, text)) return Prisma.empty;
  const conditions = conditionsOf(filters, text, { includeUnknown: true });
  return Prisma.sql`UNION ALL SELECT 'unknown', NULL, ${countSql(conditions)}
      WHERE (SELECT count(*) FROM "all") <= ${MAX_COUNTED}`;
}

/** How many would fit but for their no to Medi-Cal, by the year in which they said it. */
function saidNoSql(filters: ListingFilters, text: SoughtText): Prisma.Sql {
  const conditions = saidNoConditionsOf(filters, text);
  if (!conditions) return Prisma.empty;
  return Prisma.sql`
    UNION ALL SELECT 'saidNo', n."noMediCalIn"::text, count(*)::int
      FROM (SELECT e."noMediCalIn" FROM "SearchEntry" AS e WHERE ${allSql(conditions)} LIMIT ${MAX_COUNTED + 1}) AS n
      GROUP BY n."noMediCalIn"`;
}
