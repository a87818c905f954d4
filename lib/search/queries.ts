import "server-only";
import { cache } from "react";
import { FILTER_GROUPS, optionsOf, type FilterGroup } from "@/lib/facts/filter-options";
import { IS_OPEN } from "@/lib/facts/presence";
import { isPublic } from "@/lib/facts/select";
import { db } from "@/lib/server/db";
import { METERS_PER_MILE } from "@/lib/shared/geo";
import { askedOf, handedOn, nearOf, NO_TEXT, startOf, type SoughtText } from "./asked";
import { isBeyondRing } from "./best-sql";
import { conditionsOf, countSql, MAX_COUNTED } from "./conditions-sql";
import { optionKey } from "./entry";
import { facetsSql } from "./facets-sql";
import { countChosen, filtersQuery, NO_FILTERS, PAGE_SIZE, withFilters, type ListingFilters } from "./filters";
import type { Start } from "./gazetteer";
import { hitsSql } from "./hits-sql";
import { nearestSql } from "./nearest-sql";
import { orderingOf, ringsFor, type Ordering } from "./ordering";
import { countsSql, relaxationsSql } from "./relaxations-sql";
import { neededBy, relaxed } from "./relaxing";
import type { Cursor } from "./search-cursor";
import { toHit, type HitRow } from "./select";
import type {
  Count,
  Facets,
  LookedThrough,
  Relaxation,
  Ring,
  SearchAnswer,
  SearchHit,
  SearchResult,
  TextQuery,
} from "./types";
import { understand } from "./understanding";
import { wholeNamePattern } from "./whole-names";
import { wordsSql } from "./words-sql";

/** Results and counts together; which filters to drop only when nothing fits. */
export async function search(filters: ListingFilters): Promise<SearchAnswer> {
  const text = await readText(filters);
  const [result, facets, named] = await Promise.all([
    searchListings(filters, text),
    countFacets(filters, text),
    filters.after ? [] : findNamed(text),
  ]);
  const isEmpty = facets.total.value === 0;
  return {
    result,
    facets,
    relaxations: isEmpty ? await findRelaxations(filters, text) : [],
    lookedThrough: isEmpty ? await countPlaces() : null,
    text,
    near: nearOf(filters),
    named: text.readAs === "name" && areFirst(named, result.hits) ? [] : named,
  };
}

/** Of one request: a page and its title ask the same. */
const answers = cache(() => new Map<string, Promise<SearchAnswer>>());

/** The answer to a search, found once in a request. */
export function searchOnce(filters: ListingFilters): Promise<SearchAnswer> {
  const [known, query] = [answers(), filtersQuery(filters)];
  const answer = known.get(query) ?? search(filters);
  known.set(query, answer);
  return answer;
}

/** Of more that are called so, the page leads to all. */
const MAX_NAMED = 3;

/** Whether the list begins with them: then they are not named above it too. */
function areFirst(named: readonly SearchHit[], hits: readonly SearchHit[]): boolean {
  const first = new Set(hits.slice(0, MAX_NAMED + 1).map(({ slug }) => slug));
  return named.every(({ slug }) => first.has(slug));
}

/** The first listings that are called like a text which means something by itself, from the place in it the nearest. */
async function findNamed(text: TextQuery): Promise<SearchHit[]> {
  if (text.named === null) return [];
  const { near } = text;
  const { document, nameBegins, nameIs } = text.named;
  const filters: ListingFilters = near ? { ...NO_FILTERS, sort: "distance" } : NO_FILTERS;
  const { hits } = await searchListings(filters, { ...NO_TEXT, document, nameBegins, nameIs, near, asksOthers: true });
  return hits.slice(0, MAX_NAMED);
}

async function countPlaces(): Promise<LookedThrough> {
  const [surveyed, listed, { _max }] = await Promise.all([
    db.listing.count({ where: { knownByLicense: null, ...isPublic } }),
    db.listing.count({ where: { knownByLicense: { not: null }, ...isPublic } }),
    db.sourceEdition.aggregate({ where: { source: "samhsa", takenBackAt: null }, _max: { asOf: true } }),
  ]);
  return { surveyed, listed, surveyYear: _max.asOf && _max.asOf.getUTCFullYear() };
}

/** One page of the places that fit, from the cursor on: one query. A page before the first is the first. */
export async function searchListings(filters: ListingFilters, text: SoughtText): Promise<SearchResult> {
  const start = startOf(filters, text);
  const ring = await ringOf(filters, text, start);
  const ordering = orderingOf(filters, start?.position ?? null, ring?.steps ?? null);
  const rows = await db.$queryRaw<HitRow[]>(hitsSql(filters, text, ring?.steps ?? null));
  const back = ordering.cursor?.direction === "previous";
  if (back && rows.length <= PAGE_SIZE) return searchListings(withFilters(filters, {}), text);
  const hasMore = rows.length > PAGE_SIZE;
  const shown = rows.slice(0, PAGE_SIZE);
  if (back) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    sort: ordering.sort === "best" ? "rank" : ordering.sort,
    start,
    ring,
    hits: shown.map((row) => toHit(row, askedOf(filters, text), ring !== null && isBeyondRing(row.best))),
    previous: first && ordering.cursor && (hasMore || !back) ? cursorAt(first, "previous", ordering) : null,
    next: last && (hasMore || back) ? cursorAt(last, "next", ordering) : null,
  };
}

/** What the best fitting are chosen within; null in another order, or without a start. */
async function ringOf(filters: ListingFilters, text: SoughtText, start: Start | null): Promise<Ring | null> {
  if (!start || filters.sort === "distance" || filters.sort === "name") return null;
  const rows = await db.$queryRaw<{ meters: number }[]>(nearestSql(filters, text, start.position));
  const nearest = rows.map(({ meters }) => meters / METERS_PER_MILE);
  const steps = ringsFor(start.reach, nearest);
  const miles = steps.at(-1)!;
  return { miles, steps, isEmpty: nearest[0] === undefined || nearest[0] > miles };
}

function cursorAt(row: HitRow, direction: Cursor["direction"], { sort }: Ordering): Cursor {
  const number = { rank: row.rankOrder, distance: row.chord, best: row.best, name: null }[sort];
  const { sortName: name, saidNo, treatsOpioids } = row;
  return { direction, sort, number, name, saidNo, treatsOpioids };
}

interface SetCount {
  /** Which filters the counted places fit: "all", or all except those of a group. */
  set: string;
  /** Null for the number of places; of the set "saidNo" a year. */
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
  const rows = await db.$queryRaw<SetCount[]>(facetsSql(filters, text));
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
    saidNo: toSaidNo(rows),
    options: Object.fromEntries(
      FILTER_GROUPS.map((group) => [group, optionsIn(group)]),
    ) as unknown as Facets["options"],
  };
}

function toSaidNo(rows: readonly SetCount[]): Facets["saidNo"] {
  const own = rows.filter(({ set }) => set === "saidNo");
  if (own.length === 0) return null;
  const size = own.reduce((sum, { count }) => sum + count, 0);
  return { count: capped(size), years: own.map(({ option }) => Number(option)).sort() };
}

function capped(size: number): Count {
  return { value: Math.min(size, MAX_COUNTED), isAtLeast: size > MAX_COUNTED };
}

/** The options that each open listing says yes to, as `optionKey` writes them, by slug. */
export async function listOpenAnswers(): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.searchEntry.findMany({
    where: { listing: IS_OPEN },
    select: { yes: true, listing: { select: { slug: true } } },
  });
  return new Map(rows.map(({ yes, listing }) => [listing.slug, yes]));
}

/** How many places fit, and how many with those that did not say: one query. */
export async function countFitting(filters: ListingFilters): Promise<{ fitting: Count; withUnknown: Count }> {
  const text = await readText(filters);
  const [row] = await db.$queryRaw<{ fitting: number; withUnknown: number }[]>`
    SELECT ${countSql(conditionsOf(filters, text, filters))} AS "fitting",
      ${countSql(conditionsOf(filters, text, { includeUnknown: true }))} AS "withUnknown"`;
  return { fitting: capped(row?.fitting ?? 0), withUnknown: capped(row?.withUnknown ?? 0) };
}

/** More links help nobody. */
const MAX_RELAXATIONS = 6;

/**
 * Which parts a search without results could drop: each alone, and if none helps, each two together; without those that
 * would still find nothing. What a person can least do without is let go of last, so that whoever needs Medi-Cal is sent
 * to places that take it before all others. Each is counted as its own search reads what is left of the text.
 */
export async function findRelaxations(filters: ListingFilters, text: TextQuery): Promise<Relaxation[]> {
  const query = relaxationsSql(filters, text);
  if (!query) return [];
  const rows = await db.$queryRaw<{ without: Relaxation["without"]; count: number }[]>(query);
  const likely = rows
    .filter(({ count }) => count > 0)
    .sort((a, b) => neededBy(a.without, text) - neededBy(b.without, text) || b.count - a.count)
    .slice(0, MAX_RELAXATIONS);
  if (likely.length === 0) return [];
  const searches = await Promise.all(likely.map(({ without }) => readRelaxed(filters, without, text)));
  const [row] = await db.$queryRaw<{ counts: number[] }[]>(
    countsSql(searches.map((search) => conditionsOf(search.filters, search.text, search.filters))),
  );
  return likely.flatMap(({ without }, at) => {
    const search = searches[at]!;
    const count = capped(row?.counts[at] ?? 0);
    const still = handedOn(search.filters, search.text);
    return count.value === 0 ? [] : [{ without, count, filters: search.filters, still }];
  });
}

/** The search without these parts, and how what is left of its text is read: for its meaning, if the whole was. */
async function readRelaxed(filters: ListingFilters, without: Relaxation["without"], text: TextQuery) {
  const rest = relaxed(filters, without, text);
  const read = await readText(rest);
  if (text.readAs !== "meaning" || read.readAs === "meaning") return { filters: rest, text: read };
  const meant: ListingFilters = { ...rest, words: "meaning" };
  return { filters: meant, text: await readText(meant) };
}

/** The filters' text as the database looks for it. */
export async function readText(filters: ListingFilters): Promise<TextQuery> {
  const isAlone = filters.near === null && countChosen(filters) === 0;
  return understand(filters.text, { wording: filters.words, isAlone }, { isFound, isWholeName, strange });
}

/** Whether it is the name of a published listing, all of it. */
async function isWholeName(condition: string, name: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM "SearchEntry" AS e
      WHERE e."document" @@ ${condition}::tsquery AND e."sortName" ~ ${wholeNamePattern(name)}) AS "found"`;
  return row?.found ?? false;
}

/** Whether a published listing has it, and the phrase in its name. */
async function isFound(condition: string, phrase = ""): Promise<boolean> {
  const [row] = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM "SearchEntry" AS e
      WHERE e."document" @@ ${condition}::tsquery AND strpos(e."sortName", ${phrase}) > 0) AS "found"`;
  return row?.found ?? false;
}

async function strange(words: readonly string[]): Promise<{ typed: string; alike: string[] }[]> {
  return words.length === 0 ? [] : db.$queryRaw(wordsSql(words));
}
