import "server-only";
import { FILTER_GROUPS, type FilterGroup } from "@/lib/facts/filter-options";
import { Prisma } from "@/lib/server/db";
import type { SoughtText } from "./asked";
import { optionKey } from "./entry";
import type { ListingFilters } from "./filters";

/** Nothing is counted further: at this size a person narrows down, and the database need not read a million rows. */
export const MAX_COUNTED = 10_000;

/** A filter as a condition on `"SearchEntry" AS e`. */
export interface Condition {
  part: FilterGroup | "text";
  sql: Prisma.Sql;
}

/** Every filter that asks for something. */
export function conditionsOf(filters: ListingFilters, text: SoughtText, includeUnknown: boolean): Condition[] {
  const groups = FILTER_GROUPS.filter((group) => filters[group].length > 0);
  return [
    ...textConditions(text, includeUnknown),
    ...groups.map((group) => ({ part: group, sql: optionSql(group, filters[group], includeUnknown) })),
  ];
}

/** One condition, so that it can be let go of as one: what the text names, and the words it leaves. */
function textConditions({ document, asked }: SoughtText, includeUnknown: boolean): Condition[] {
  const named = asked.map(({ group, options }) => optionSql(group, options, includeUnknown));
  const found = document === null ? [] : [Prisma.sql`e."document" @@ ${document}::tsquery`];
  const all = [...found, ...named];
  return all.length === 0 ? [] : [{ part: "text", sql: Prisma.join(all, " AND ") }];
}

function optionSql(group: FilterGroup, options: readonly string[], includeUnknown: boolean): Prisma.Sql {
  const keys = options.map((option) => optionKey(group, option));
  const saysYes = Prisma.sql`e."yes" && ${keys}::text[]`;
  // Every place is of some kind.
  if (!includeUnknown || group === "kind") return saysYes;
  return Prisma.sql`(${saysYes} OR e."unknown" && ${keys}::text[])`;
}

/** All conditions at once; without any, `true`. */
export function allSql(conditions: readonly Condition[], ...further: readonly Prisma.Sql[]): Prisma.Sql {
  const all = [...conditions.map(({ sql }) => sql), ...further];
  return all.length === 0 ? Prisma.sql`true` : Prisma.join(all, "\n        AND ");
}

/** How many entries fit, as a value inside a statement; one more than MAX_COUNTED stands for all above. */
export function countSql(conditions: readonly Condition[]): Prisma.Sql {
  return Prisma.sql`(
      SELECT count(*)::int FROM (
        SELECT FROM "SearchEntry" AS e
        WHERE ${allSql(conditions)}
        LIMIT ${MAX_COUNTED + 1}) AS counted)`;
}

/** One after another; nothing when there is none, which Prisma.join refuses. */
export function concatSql(parts: readonly Prisma.Sql[]): Prisma.Sql {
  return parts.length === 0 ? Prisma.empty : Prisma.join([...parts], "");
}
