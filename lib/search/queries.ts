import "server-only";
import { FACT_GROUPS, FILTER_GROUPS, optionsOf, type FilterGroup } from "@/lib/facts/filter-options";
import { PAGE_SIZE, withFilters, type ListingFilters } from "./filters";
import type { Cursor } from "./search-cursor";
import { db, Prisma } from "@/lib/server/db";
import { optionKey } from "./entry";
import { middleOfZip } from "./near";
import { optionCalled } from "./option-names";
import { SERVICE_WORDS, servicesCalled } from "./service-words";
import {
  allOf,
  beyondCursor,
  chordFrom,
  conditionsOf,
  orderBy,
  toHit,
  type Condition,
  type HitRow,
  type Ordering,
  type SoughtText,
} from "./select";
import type { Correction, Count, Facets, Relaxation, SearchAnswer, SearchResult, TextQuery } from "./types";
import { inDocument, serviceWord, typedWords } from "./words";

/** We count no further: with so many a person adds filters, and the database need not read a million rows. */
export const MAX_COUNTED = 10_000;
/** When more fit, the other options of a chosen group only need to show that they would find places too. */
export const MAX_SAMPLED = 2_000;

/** Results and counts together; which filters to drop only when nothing fits. */
export async function search(filters: ListingFilters): Promise<SearchAnswer> {
  const text = await readText(filters.text);
  const [result, facets] = await Promise.all([searchListings(filters, text), countFacets(filters, text)]);
  const relaxations = facets.total.value === 0 ? await findRelaxations(filters, text) : [];
  return { result, facets, relaxations, corrections: text.corrections, readAs: text.option };
}

/** One page of the places that fit, from the cursor on: one query. A page before the first is the first. */
export async function searchListings(filters: ListingFilters, text: SoughtText): Promise<SearchResult> {
  const ordering = orderingOf(filters);
  const rows = await db.$queryRaw<HitRow[]>(hitsQuery(filters, text));
  const back = ordering.cursor?.direction === "previous";
  if (back && rows.length <= PAGE_SIZE) return searchListings(withFilters(filters, {}), text);
  const hasMore = rows.length > PAGE_SIZE;
  const shown = rows.slice(0, PAGE_SIZE);
  if (back) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    sort: ordering.sort,
    nearIsKnown: filters.near === null ? null : ordering.near !== null,
    hits: shown.map((row) => toHit(row, askedOf(filters, text))),
    previous: first && ordering.cursor && (hasMore || !back) ? cursorAt(first, "previous", ordering) : null,
    next: last && (hasMore || back) ? cursorAt(last, "next", ordering) : null,
  };
}

/** The filters with the option that the text was read as. */
function askedOf(filters: ListingFilters, { option }: SoughtText): ListingFilters {
  if (!option) return filters;
  const options: readonly string[] = filters[option.group];
  return { ...filters, [option.group]: [...new Set([...options, option.option])] };
}

/** Whether a place can leave a question of the search unanswered. Every place has a kind, and has a word or not. */
function canBeUnknown(filters: ListingFilters, text: SoughtText): boolean {
  const asked = askedOf(filters, text);
  return FACT_GROUPS.some((group) => asked[group].length > 0);
}

/** The order that was asked for, if it is possible; a cursor from another order starts at the first page. */
function orderingOf({ near: zip, sort, after }: ListingFilters): Ordering {
  const near = zip === null ? null : middleOfZip(zip);
  const wanted = sort ?? (near ? "distance" : "rank");
  const cursor = (order: typeof wanted) => (after?.sort === order ? after : null);
  if (wanted === "distance" && near) return { sort: wanted, near, cursor: cursor(wanted) };
  const other = wanted === "name" ? wanted : "rank";
  return { sort: other, near, cursor: cursor(other) };
}

/** The query selects the entries of the page first, so that only these look up their listing. */
export function hitsQuery(filters: ListingFilters, text: SoughtText): Prisma.Sql {
  const ordering = orderingOf(filters);
  const fits = conditionsOf(filters, text, filters.includeUnknown).map(({ sql }) => sql);
  const chord = ordering.near ? chordFrom(ordering.near) : Prisma.sql`NULL::float8`;
  return Prisma.sql`
    WITH page AS (
      SELECT e."listingId", e."sortName", e."rankOrder", e."rank", e."band", e."yes", e."unknown",
        e."isPositionApproximate", ${chord} AS "chord"
      FROM "SearchEntry" AS e WHERE ${allOf([...fits, ...beyondCursor(ordering)])}
      ORDER BY ${orderBy(ordering)} LIMIT ${PAGE_SIZE + 1})
    SELECT l."slug", l."name", l."unit", l."street", l."street2", l."city", l."state", l."zip", l."phone",
      l."phoneExtension", l."kind", l."status", l."closedOn", p."sortName", p."rankOrder", p."rank", p."band", p."yes", p."unknown",
      p."isPositionApproximate", p."chord", sec_to_gc(p."chord") AS "meters"
    FROM (SELECT *, row_number() OVER () AS "place" FROM page) AS p JOIN "Listing" AS l ON l."id" = p."listingId"
    WHERE l."status" = 'published' ORDER BY p."place"`;
}

function cursorAt(row: HitRow, direction: Cursor["direction"], { sort }: Ordering): Cursor {
  const number = sort === "rank" ? row.rankOrder : sort === "distance" ? row.chord : null;
  return { direction, sort, number, name: row.sortName };
}

interface SetCount {
  /** Which filters the counted places fit: "all", or all except those of a group. */
  set: string;
  /** Null for the number of places. */
  option: string | null;
  /** Null for places themselves. */
  count: number;
}

/**
 * How many places fit, and how many each option would find if it were the only one of its group: one query. A set of
 * more than MAX_COUNTED places is counted over the first ones that the database finds; when so many fit the whole
 * search, the sets of the groups are counted over MAX_SAMPLED.
 */
export async function countFacets(filters: ListingFilters, text: SoughtText): Promise<Facets> {
  const rows = await db.$queryRaw<SetCount[]>(facetsQuery(filters, text));
  const counts = new Map(rows.map(({ set, option, count }) => [`${set} ${option ?? ""}`, count]));
  const sizeOf = (set: string) => counts.get(`${set} `) ?? 0;
  const total = capped(sizeOf("all"));
  const countIn = (set: string, key: string): Count => {
    return { value: counts.get(`${set} ${key}`) ?? 0, isAtLeast: total.isAtLeast || sizeOf(set) > MAX_COUNTED };
  };
  const optionsIn = (group: FilterGroup) => {
    const set = filters[group].length > 0 ? group : "all";
    return new Map(optionsOf(group).map((option) => [option as string, countIn(set, optionKey(group, option))]));
  };
  return {
    total,
    withUnknown: counts.has("unknown ") ? capped(sizeOf("unknown")) : null,
    options: Object.fromEntries(
      FILTER_GROUPS.map((group) => [group, optionsIn(group)]),
    ) as unknown as Facets["options"],
  };
}

function capped(size: number): Count {
  return { value: Math.min(size, MAX_COUNTED), isAtLeast: size > MAX_COUNTED };
}

export function facetsQuery(filters: ListingFilters, text: SoughtText): Prisma.Sql {
  const conditions = conditionsOf(filters, text, filters.includeUnknown);
  const chosen = FILTER_GROUPS.filter((group) => filters[group].length > 0);
  const answers = filters.includeUnknown ? Prisma.sql`e."yes" || e."unknown"` : Prisma.sql`e."yes"`;
  const most = Prisma.sql`${MAX_COUNTED + 1}`;
  const mostOfGroup = Prisma.sql`(SELECT CASE WHEN count(*) > ${MAX_COUNTED} THEN ${MAX_SAMPLED}::int
    ELSE ${MAX_COUNTED + 1}::int END FROM "all")`;
  const without = (group: FilterGroup) => conditions.filter(({ part }) => part !== group);
  const sets = [
    facetSet("all", answers, conditions, most),
    ...chosen.map((group) => facetSet(group, answers, without(group), mostOfGroup)),
  ];
  const counts = [
    sizeOfSet("all"),
    optionsOfSet("all", Prisma.sql`true`),
    ...chosen.flatMap((group) => [
      sizeOfSet(group),
      optionsOfSet(group, Prisma.sql`starts_with(o.key, ${`${group}:`})`),
    ]),
  ];
  if (!filters.includeUnknown && canBeUnknown(filters, text))
    counts.push(Prisma.sql`SELECT 'unknown', NULL, ${countOf(conditionsOf(filters, text, true))}
      WHERE (SELECT count(*) FROM "all") <= ${MAX_COUNTED}`);
  return Prisma.sql`WITH ${Prisma.join(sets)} ${Prisma.join(counts, " UNION ALL ")}`;
}

function facetSet(name: string, answers: Prisma.Sql, fits: readonly Condition[], most: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(`"${name}"`)} AS MATERIALIZED (
    SELECT ${answers} AS answers FROM "SearchEntry" AS e WHERE ${allOf(fits.map(({ sql }) => sql))}
    LIMIT ${most})`;
}

function sizeOfSet(name: string): Prisma.Sql {
  return Prisma.sql`SELECT ${name} AS "set", NULL AS "option", count(*)::int AS "count" FROM ${Prisma.raw(`"${name}"`)}`;
}

/** Unnested in the select list: joined laterally it takes three times as long. */
function optionsOfSet(name: string, only: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${name}, o.key, count(*)::int
    FROM (SELECT unnest(answers) AS key FROM ${Prisma.raw(`"${name}"`)}) AS o WHERE ${only} GROUP BY o.key`;
}

/** How many entries fit, as a value inside a query; one more than MAX_COUNTED stands for all above. */
function countOf(fits: readonly Condition[]): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (SELECT FROM "SearchEntry" AS e
    WHERE ${allOf(fits.map(({ sql }) => sql))} LIMIT ${MAX_COUNTED + 1}) AS counted)`;
}

/** How many places fit, and how many with those that did not say: one query. */
export async function countFitting(filters: ListingFilters): Promise<{ fitting: Count; withUnknown: Count }> {
  const text = await readText(filters.text);
  const [row] = await db.$queryRaw<{ fitting: number; withUnknown: number }[]>`
    SELECT ${countOf(conditionsOf(filters, text, filters.includeUnknown))} AS "fitting",
      ${countOf(conditionsOf(filters, text, true))} AS "withUnknown"`;
  return { fitting: capped(row?.fitting ?? 0), withUnknown: capped(row?.withUnknown ?? 0) };
}

/**
 * Which filters a search without results could drop: each part alone, and if none helps, each two together. One query;
 * the most helpful first, without those that would still find nothing.
 */
export async function findRelaxations(filters: ListingFilters, text: SoughtText): Promise<Relaxation[]> {
  const query = relaxationsQuery(filters, text);
  if (!query) return [];
  const rows = await db.$queryRaw<{ without: Relaxation["without"]; count: number }[]>(query);
  return rows
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ without, count }) => ({ without, count: capped(count) }));
}

export function relaxationsQuery(filters: ListingFilters, text: SoughtText): Prisma.Sql | null {
  const conditions = conditionsOf(filters, text, filters.includeUnknown);
  if (conditions.length === 0) return null;
  const row = (without: Relaxation["without"], fits: readonly Condition[]) =>
    Prisma.sql`SELECT ${without}::text[] AS "without", ${countOf(fits)} AS "count"`;
  const leaving = (...parts: Condition["part"][]) =>
    row(
      parts,
      conditions.filter(({ part }) => !parts.includes(part)),
    );
  const parts = conditions.map(({ part }) => part);
  const alone = parts.map((part) => leaving(part));
  if (!filters.includeUnknown && canBeUnknown(filters, text))
    alone.push(row(["unknown"], conditionsOf(filters, text, true)));
  const pairs = parts.flatMap((one, index) => parts.slice(index + 1).map((other) => leaving(one, other)));
  const single = Prisma.sql`WITH alone AS MATERIALIZED (${Prisma.join(alone, " UNION ALL ")}) SELECT * FROM alone`;
  if (pairs.length === 0) return single;
  const none = Prisma.sql`NOT EXISTS (SELECT FROM alone WHERE "count" > 0)`;
  return Prisma.join([single, ...pairs.map((pair) => Prisma.sql`${pair} WHERE ${none}`)], " UNION ALL ");
}

/**
 * Typed words as the database looks for them: as an option of the filters when they are its name, else as words, as
 * services, or as the most similar words.
 */
export async function readText(text: string): Promise<TextQuery> {
  const typed = typedWords(text);
  const named = optionCalled(text);
  if (typed.length === 0 || named) return { document: null, option: named, corrections: [] };
  const corrections = await findCorrections(typed.filter((word) => servicesCalled(word).length === 0));
  const usedFor = (word: string) => corrections.find((each) => each.typed === word)?.used ?? [word];
  const meant = optionCalled(typed.map((word) => usedFor(word)[0]).join(" "));
  if (meant) return { document: null, option: meant, corrections };
  const parts = typed.map((word) => `(${usedFor(word).map(meaning).join(" | ")})`);
  return { document: parts.join(" & "), option: null, corrections };
}

/** A word of a name or city that begins with this, or a service with this name. */
function meaning(word: string): string {
  const services = servicesCalled(word).map((code) => inDocument(serviceWord(code)));
  return [inDocument(word, { prefix: true }), ...services].join(" | ");
}

/**
 * For words that no name or city begins with, the most similar ones; a word without a similar one has no correction.
 */
async function findCorrections(words: readonly string[]): Promise<Correction[]> {
  if (words.length === 0) return [];
  const rows = await db.$queryRaw<Correction[]>(wordsQuery(words));
  return rows.filter(({ used }) => used.length > 0);
}

/** Of similar words, only those nearly as similar as the best. */
const MARGIN = 0.1;

export function wordsQuery(typed: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT t.typed, ARRAY(
      SELECT alike.word FROM (
        SELECT found.word, found.similarity, max(found.similarity) OVER () AS best FROM (
          SELECT w."word", similarity(w."word", t.typed) FROM "SearchWord" AS w WHERE w."word" % t.typed
          UNION
          SELECT s.word, similarity(s.word, t.typed) FROM unnest(${SERVICE_WORDS}::text[]) AS s(word)
          WHERE s.word % t.typed) AS found) AS alike
      WHERE alike.similarity >= alike.best - ${MARGIN}::float4
      ORDER BY alike.similarity DESC, alike.word LIMIT 4) AS "used"
    FROM unnest(${typed}::text[]) AS t(typed)
    WHERE NOT EXISTS (SELECT FROM "SearchWord" AS w
      WHERE w."word" >= t.typed AND w."word" < t.typed || U&'\\+10FFFF')`;
}
