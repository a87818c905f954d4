import "server-only";
import { FILTER_GROUPS, optionsOf, type FilterGroup } from "@/lib/facts/filter-options";
import { isPublic } from "@/lib/facts/select";
import { db } from "@/lib/server/db";
import { askedOf, handedOn, locatedBy, type SoughtText } from "./asked";
import { conditionsOf, countSql, MAX_COUNTED } from "./conditions-sql";
import { optionKey } from "./entry";
import { facetsSql } from "./facets-sql";
import { PAGE_SIZE, withFilters, type ListingFilters } from "./filters";
import { hitsSql } from "./hits-sql";
import { slipsOf } from "./likeness";
import { orderingOf, type Ordering } from "./ordering";
import { streetLine } from "./printed-numbers";
import { hasMeaning, MEANT_WORDS, readingOf, type Reading } from "./reading";
import { relaxationsSql } from "./relaxations-sql";
import { neededBy, relaxed } from "./relaxing";
import type { Cursor } from "./search-cursor";
import { toHit, type HitRow } from "./select";
import { SERVICE_WORDS, servicesCalled } from "./service-words";
import type {
  Correction,
  Count,
  Facets,
  LookedThrough,
  Relaxation,
  SearchAnswer,
  SearchResult,
  TextQuery,
} from "./types";
import { cityWord, inDocument, plainWords, serviceWord } from "./words";
import { wordsSql } from "./words-sql";

/** Results and counts together; which filters to drop only when nothing fits. */
export async function search(filters: ListingFilters): Promise<SearchAnswer> {
  const text = await readText(filters.text);
  const [result, facets] = await Promise.all([searchListings(filters, text), countFacets(filters, text)]);
  const isEmpty = facets.total.value === 0;
  const relaxations = isEmpty ? await findRelaxations(filters, text) : [];
  return { result, facets, relaxations, lookedThrough: isEmpty ? await countPlaces() : null, text };
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
  const located = locatedBy(filters, text);
  const ordering = orderingOf(located);
  const rows = await db.$queryRaw<HitRow[]>(hitsSql(located, text));
  const back = ordering.cursor?.direction === "previous";
  if (back && rows.length <= PAGE_SIZE) return searchListings(withFilters(filters, {}), text);
  const hasMore = rows.length > PAGE_SIZE;
  const shown = rows.slice(0, PAGE_SIZE);
  if (back) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    sort: ordering.sort,
    nearIsKnown: located.near === null ? null : ordering.near !== null,
    hits: shown.map((row) => toHit(row, askedOf(filters, text))),
    previous: first && ordering.cursor && (hasMore || !back) ? cursorAt(first, "previous", ordering) : null,
    next: last && (hasMore || back) ? cursorAt(last, "next", ordering) : null,
  };
}

function cursorAt(row: HitRow, direction: Cursor["direction"], { sort }: Ordering): Cursor {
  const number = sort === "rank" ? row.rankOrder : sort === "distance" ? row.chord : null;
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

/** How many places fit, and how many with those that did not say: one query. */
export async function countFitting(filters: ListingFilters): Promise<{ fitting: Count; withUnknown: Count }> {
  const text = await readText(filters.text);
  const [row] = await db.$queryRaw<{ fitting: number; withUnknown: number }[]>`
    SELECT ${countSql(conditionsOf(filters, text, filters))} AS "fitting",
      ${countSql(conditionsOf(filters, text, { includeUnknown: true }))} AS "withUnknown"`;
  return { fitting: capped(row?.fitting ?? 0), withUnknown: capped(row?.withUnknown ?? 0) };
}

/**
 * Which parts a search without results could drop: each alone, and if none helps, each two together. One query; without
 * those that would still find nothing. What a person can least do without is let go of last, so that whoever needs
 * Medi-Cal is sent to places that take it before all others.
 */
export async function findRelaxations(filters: ListingFilters, text: TextQuery): Promise<Relaxation[]> {
  const plain = await withoutNames(filters, text);
  const query = relaxationsSql(plain.filters, plain.text);
  if (!query) return [];
  const rows = await db.$queryRaw<{ without: Relaxation["without"]; count: number }[]>(query);
  return rows
    .filter(({ count, without }) => count > 0 && (plain.keepsWords || without.includes("text")))
    .sort((a, b) => neededBy(a.without) - neededBy(b.without) || b.count - a.count)
    .map(({ without, count }) => {
      const words = without.includes("text") ? plain.filters.text : "";
      return { without, count: capped(count), filters: relaxed(plain.filters, without), words };
    });
}

/**
 * The same search with the options and the place that its text names as filters, and the words that are left as its text:
 * then each can be let go of without the others. Words that mean something else by themselves can only be let go of.
 */
async function withoutNames(filters: ListingFilters, text: TextQuery) {
  if (text.asked.length === 0 && text.near === null) return { filters, text, keepsWords: true };
  const words = text.asked.reduce((rest, { typed }) => rest.replace(typed, " "), filters.text).replace(/\s+/g, " ");
  const again = await readText(words.trim());
  const keepsWords = again.document === text.document && again.asked.length === 0 && again.near?.zip === text.near?.zip;
  const plain = { ...handedOn(filters, text), sort: filters.sort, text: words.trim() };
  return { filters: plain, text: { ...text, asked: [], near: null }, keepsWords };
}

/**
 * A typed text as the database looks for it: as the options, the place and the numbers that it names, and its other words
 * as they stand, as services, or as the words most like them. A text that is a listing's name or its street line is
 * looked for as that alone.
 */
export async function readText(text: string): Promise<TextQuery> {
  const reading = readingOf(text);
  const whole = await nameOrStreetLine(text, reading);
  const isNamed = (whole !== null && whole === streetLine(text)) || (await isWholeName(text));
  if (whole) return { document: whole, asked: [], near: null, asksOthers: isNamed, subject: [], corrections: [] };
  const corrections = await findCorrections(reading.words.filter((word) => servicesCalled(word).length === 0));
  const usedFor = (word: string) => corrections.find(({ typed }) => typed === word)?.used ?? [word];
  const meant = corrections.length > 0 ? readingOf(text, (word) => usedFor(word)[0] ?? word) : reading;
  const { asked, near, subject, numbers } = meant;
  // A city that has places is searched; from any other, and from a neighborhood, the nearest are shown.
  const isCity = near !== null && (await isFound(inDocument(cityWord(near.phrase))));
  const words = isCity ? [...meant.words, ...plainWords(near.phrase)] : meant.words;
  const alternatives = (word: string) => corrections.find(({ used }) => used[0] === word)?.used ?? [word];
  const conditions = [...numbers, ...words.map((word) => `(${alternatives(word).map(meaning).join(" | ")})`)];
  const document = conditions.length > 0 ? conditions.join(" & ") : null;
  const asksOthers = isNamed || words.some((word) => alternatives(word).some(isOtherCare));
  return { document, asked, near: isCity ? null : near, asksOthers, subject, corrections };
}

/** The condition that finds a listing whose street line the text is, or else whose name; null when it is neither. */
async function nameOrStreetLine(text: string, reading: Reading): Promise<string | null> {
  const line = streetLine(text);
  if (line && (await isFound(line))) return line;
  const words = plainWords(text);
  // "Treatment center" stands in many names, "methadone clinic" in some, and neither is one.
  const isName = words.length > 1 && hasMeaning(reading) && (reading.words.length > 0 || reading.near !== null);
  if (!isName || words.join(" ") === reading.near?.phrase) return null;
  const all = words.map((word) => inDocument(word)).join(" & ");
  return (await isFound(all, words.join(" "))) ? all : null;
}

/** Whether it is the name of a published listing, all of it. */
async function isWholeName(text: string): Promise<boolean> {
  const words = plainWords(text);
  if (words.length === 0) return false;
  const all = words.map((word) => inDocument(word)).join(" & ");
  const [row] = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM "SearchEntry" AS e JOIN "Listing" AS l ON l."id" = e."listingId"
      WHERE e."document" @@ ${all}::tsquery AND e."sortName" = ${words.join(" ")} || ' ' || l."slug") AS "found"`;
  return row?.found ?? false;
}

/** Whether a published listing has it, and the phrase in its name. */
async function isFound(condition: string, phrase = ""): Promise<boolean> {
  const [row] = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM "SearchEntry" AS e
      WHERE e."document" @@ ${condition}::tsquery AND strpos(e."sortName", ${phrase}) > 0) AS "found"`;
  return row?.found ?? false;
}

/** A word of a name or city that begins with this, or a service with this name. */
function meaning(word: string): string {
  const services = servicesCalled(word).map((code) => inDocument(serviceWord(code)));
  return [inDocument(word, { prefix: true }), ...services].join(" | ");
}

/** Whether a word names a service that only people with another disorder get. */
function isOtherCare(word: string): boolean {
  return servicesCalled(word).some((code) => code === "AUDO" || code === "DUO");
}

/** No more words are looked for in a mistyped one's place. */
const MAX_USED = 4;

/** For words that no name or place begins with, those that they may be slips of; a word like nothing has no correction. */
async function findCorrections(words: readonly string[]): Promise<Correction[]> {
  if (words.length === 0) return [];
  const rows = await db.$queryRaw<{ typed: string; alike: string[] }[]>(wordsSql(words));
  return rows
    .map(({ typed, alike }) => ({ typed, used: slipsOf(typed, [...MEANT_WORDS, ...SERVICE_WORDS, ...alike]) }))
    .filter(({ used }) => used.length > 0)
    .map(({ typed, used }) => ({ typed, used: used.slice(0, MAX_USED) }));
}
