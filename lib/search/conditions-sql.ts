import "server-only";
import { FILTER_GROUPS, type FilterGroup } from "@/lib/facts/filter-options";
import { Prisma } from "@/lib/server/db";
import type { SoughtText } from "./asked";
import { optionKey } from "./entry";
import type { ListingFilters } from "./filters";
import type { AskedAlone, Part } from "./types";
import { wholeNamePattern } from "./whole-names";
import { inDocument, serviceWord } from "./words";

/** Nothing is counted further: at this size a person narrows down, and the database need not read a million rows. */
export const MAX_COUNTED = 10_000;

/** A filter as a condition on `"SearchEntry" AS e`. */
export interface Condition {
  part: Part;
  sql: Prisma.Sql;
}

/** Who else is let in beside those that answered yes. */
interface Letting {
  includeUnknown: boolean;
  /** Those that told the survey that they take no Medi-Cal, where that is asked. */
  includeSaidNo?: boolean;
}

/** Every filter that asks for something. */
export function conditionsOf(filters: ListingFilters, text: SoughtText, letting: Letting): Condition[] {
  const groups = FILTER_GROUPS.filter((group) => filters[group].length > 0);
  return [
    ...textConditions(text, letting),
    ...groups.map((group) => ({ part: group, sql: optionSql(group, filters[group], letting) })),
  ];
}

/**
 * What a place meets that fits but for its no to Medi-Cal, which may be years old: it comes after those that fit. Null
 * when nobody asks for Medi-Cal.
 */
export function saidNoConditionsOf(filters: ListingFilters, text: SoughtText): Condition[] | null {
  const { includeUnknown } = filters;
  const typed = text.asked.filter(({ group, options }) => group === "payment" && isMediCalAlone(options));
  const asking = [filters.payment, ...typed.map((each) => each.options)]
    .filter((options) => asksMediCal("payment", options))
    .map((options) => optionSql("payment", options, { includeUnknown }));
  if (asking.length === 0) return null;
  // That they said no follows from the rest; written out, it lets the index find the few who did.
  const sql = Prisma.sql`e."noMediCalIn" IS NOT NULL AND NOT (${Prisma.join(asking, " AND ")})`;
  const fitsNot: Condition = { part: "payment", sql };
  return [...conditionsOf(filters, text, { includeUnknown, includeSaidNo: true }), fitsNot];
}

/** One condition for each phrase, so that each can be let go of, and one for all other words. */
function textConditions(text: SoughtText, letting: Letting): Condition[] {
  const { document, nameBegins, nameIs, asked, services, alone } = text;
  const named = asked.map(({ typed, group, options }): Condition => {
    // Who types "free" has not asked for Medi-Cal: a no to it says nothing about the other ways.
    const { includeUnknown } = letting;
    return {
      part: `typed:${typed}`,
      sql: optionSql(group, options, isMediCalAlone(options) ? letting : { includeUnknown }),
    };
  });
  const served = services.map(({ typed, codes }): Condition => {
    return {
      part: `typed:${typed}`,
      sql: inDocumentSql(codes.map((code) => inDocument(serviceWord(code))).join(" | ")),
    };
  });
  const together = nameBegins === null ? [] : [Prisma.sql`starts_with(e."sortName", ${nameBegins})`];
  const whole = nameIs === null ? [] : [Prisma.sql`e."sortName" ~ ${wholeNamePattern(nameIs)}`];
  const words = [...(document === null ? [] : [inDocumentSql(document)]), ...together, ...whole];
  const found: Condition[] = words.length === 0 ? [] : [{ part: "text", sql: Prisma.join(words, " AND ") }];
  const only = alone.map(({ typed, who }): Condition => ({ part: `typed:${typed}`, sql: aloneSql(who) }));
  return [...found, ...named, ...served, ...only];
}

/** They can go, or nobody says whether grown people can, and the others cannot: an answer that is not kept is a no. */
function aloneSql(who: AskedAlone["who"]): Prisma.Sql {
  const other = who === "a-woman" ? "a-man" : "a-woman";
  const [own, others] = [who, other].map((each) => [optionKey("people", each)]);
  return Prisma.sql`(e."yes" && ${own}::text[] OR e."unknown" && ${own}::text[])
        AND NOT e."yes" && ${others}::text[] AND NOT e."unknown" && ${others}::text[]`;
}

function inDocumentSql(query: string): Prisma.Sql {
  return Prisma.sql`e."document" @@ ${query}::tsquery`;
}

function optionSql(
  group: FilterGroup,
  options: readonly string[],
  { includeUnknown, includeSaidNo }: Letting,
): Prisma.Sql {
  const keys = options.map((option) => optionKey(group, option));
  const any = [Prisma.sql`e."yes" && ${keys}::text[]`];
  // Every place is of some kind.
  if (includeUnknown && group !== "kind") any.push(Prisma.sql`e."unknown" && ${keys}::text[]`);
  if (includeSaidNo && asksMediCal(group, options)) any.push(Prisma.sql`e."noMediCalIn" IS NOT NULL`);
  return any.length === 1 ? any[0]! : Prisma.sql`(${Prisma.join(any, " OR ")})`;
}

function isMediCalAlone(options: readonly string[]): boolean {
  return options.join() === "medi-cal";
}

function asksMediCal(group: FilterGroup, options: readonly string[]): boolean {
  return group === "payment" && options.includes("medi-cal");
}

/** Those that treat opioid use disorder, or those that say that they do not. */
export function treatingSql(treats: boolean): Prisma.Sql {
  return treats ? Prisma.sql`e."treatsOpioids"` : Prisma.sql`NOT e."treatsOpioids"`;
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
