// The SQL that somebody who knows the tables and PostgreSQL would write by hand for one search: a look-up of the typed
// words, one statement for the page, one for the counts; without parameters and layers. It gives the site's answer.

import type { Client } from "pg";
import { MAX_COUNTED } from "@/lib/search/conditions-sql";
import { MAX_SAMPLED } from "@/lib/search/facets-sql";
import { slipsOf } from "@/lib/search/likeness";
import { MEANT_WORDS } from "@/lib/search/meant-words";
import { ENOUGH, ringsFor } from "@/lib/search/ordering";
import { SERVICE_WORDS, servicesCalled } from "@/lib/search/service-words";
import { METERS_PER_MILE } from "@/lib/shared/geo";
import { BEST, DOWNTOWN, type ByHand } from "./search-mix";

export interface AnswerByHand {
  /** The slugs of the page, and of the place after it. */
  slugs: string[];
  /** Places by set ("all", "unknown", or all but a group), and within a set by option: "payment payment:medi-cal". */
  counts: Map<string, number>;
}

export async function askByHand(client: Client, search: ByHand): Promise<AnswerByHand> {
  const document = search.words ? await readWords(client, search.words) : null;
  const rings = await ringsByHand(client, search, document);
  const page = await client.query<{ slug: string }>(resultsByHand(search, document, rings));
  const facets = await client.query<{ set: string; key: string | null; count: string }>(facetsByHand(search, document));
  const counts = facets.rows.map(({ set, key, count }) => [key ? `${set} ${key}` : set, Number(count)] as const);
  return { slugs: page.rows.map(({ slug }) => slug), counts: new Map(counts) };
}

/** Words as a tsquery: a service by its codes, a known word as a beginning, another as the words most like it. */
async function readWords(client: Client, words: readonly string[]): Promise<string> {
  const strange = words.filter((word) => servicesCalled(word).length === 0);
  const alike = new Map(words.map((word) => [word, [word]]));
  if (strange.length > 0) {
    const { rows } = await client.query<{ word: string; alike: string[] }>(likeWords(strange));
    for (const row of rows) {
      const [used] = slipsOf(row.word, [...MEANT_WORDS, ...SERVICE_WORDS, ...row.alike], { isWhole: true });
      if (used) alike.set(row.word, [used]);
    }
  }
  const meaning = (word: string) => [`'${word}':*`, ...servicesCalled(word).map((code) => `':${code}'`)];
  return words.map((word) => `(${(alike.get(word) ?? []).flatMap(meaning).join(" | ")})`).join(" & ");
}

function likeWords(words: readonly string[]): string {
  const like = (word: string) => `
    SELECT '${word}' AS "word", ARRAY(
      SELECT "word" FROM "SearchWord" WHERE "word" % '${word}'
      ORDER BY similarity("word", '${word}') DESC, "word" LIMIT 20) AS "alike"
    WHERE NOT EXISTS (SELECT FROM "SearchWord" WHERE "word" >= '${word}' AND "word" < '${word}' || U&'\\+10FFFF')`;
  return words.map(like).join(" UNION ALL ");
}

function resultsByHand(search: ByHand, document: string | null, rings: readonly number[] | null): string {
  const { groups = {}, orUnknown, order, from } = search;
  const fits = [...conditions(document, groups, orUnknown), ...(from ? [from] : [])];
  const part = (treating: string) =>
    rings === null
      ? `SELECT ${ENTRY} WHERE ${all([...fits, treating])} ORDER BY ${order} LIMIT 21`
      : bestByHand([...fits, treating], rings);
  const inOrder = `"treatsOpioids" DESC, ${rings === null ? order : BEST_ORDER}`;
  return `
    SELECT l."slug", l."name", l."unit", l."street", l."street2", l."city", l."state", l."zip", l."phone",
      l."phoneExtension", l."kind", e.*
    FROM (
      SELECT * FROM ((${part(`"treatsOpioids"`)}) UNION ALL (${part(`NOT "treatsOpioids"`)})) AS parts
      ORDER BY ${inOrder} LIMIT 21) AS e
    JOIN "Listing" AS l ON l."id" = e."listingId"
    WHERE l."status" = 'published' ORDER BY ${inOrder}`;
}

const ENTRY = `"listingId", "sortName", "rankOrder", "rank", "band", "yes", "unknown", "isPositionApproximate", "position",
        "treatsOpioids", "position" <-> ${DOWNTOWN} AS "chord" FROM "SearchEntry"`;
const BEST_ORDER = `"ring", CASE WHEN "ring" < 99 THEN "rankOrder" END, "chord", "sortName"`;

/** Ring by ring, by rank in each, the nearer of equals first, one without a rank a ring later; then the nearest beyond. */
function bestByHand(fits: readonly string[], rings: readonly number[]): string {
  const ring = `gc_to_sec(${rings.at(-1)! * METERS_PER_MILE})`;
  const steps = rings.map(
    (miles, at) => `WHEN ("position" <-> ${DOWNTOWN}) <= gc_to_sec(${miles * METERS_PER_MILE}) THEN ${at}`,
  );
  const step = `CASE ${steps.join(" ")} END + CASE WHEN "rank" IS NULL THEN 1 ELSE 0 END`;
  const within = [
    ...fits,
    `"position" <@ cube_enlarge(${DOWNTOWN}, ${ring}, 3)`,
    `("position" <-> ${DOWNTOWN}) <= ${ring}`,
  ];
  const beyond = [...fits, `("position" <-> ${DOWNTOWN}) > ${ring}`];
  return `SELECT * FROM (
    (SELECT ${step} AS "ring", ${ENTRY} WHERE ${all(within)}
      ORDER BY "ring", "rankOrder", "position" <-> ${DOWNTOWN}, "sortName" LIMIT 21)
    UNION ALL
    (SELECT 99, ${ENTRY} WHERE ${all(beyond)} ORDER BY "position" <-> ${DOWNTOWN}, "sortName" LIMIT 21)) AS u
    ORDER BY ${BEST_ORDER} LIMIT 21`;
}

/** The rings up to the one that holds enough of the first part; null in another order. */
async function ringsByHand(
  client: Client,
  { groups = {}, order }: ByHand,
  document: string | null,
): Promise<readonly number[] | null> {
  if (order !== BEST) return null;
  const fits = [...conditions(document, groups), `"treatsOpioids"`];
  const { rows } = await client.query<{ meters: number }>(`
    SELECT sec_to_gc("position" <-> ${DOWNTOWN}) AS "meters" FROM "SearchEntry" WHERE ${all(fits)}
    ORDER BY "position" <-> ${DOWNTOWN} LIMIT ${ENOUGH}`);
  return ringsFor(
    0,
    rows.map(({ meters }) => meters / METERS_PER_MILE),
  );
}

function facetsByHand({ groups = {}, orUnknown }: ByHand, document: string | null): string {
  const answers = orUnknown ? `"yes" || "unknown"` : `"yes"`;
  const most = `(SELECT CASE WHEN count(*) > ${MAX_COUNTED} THEN ${MAX_SAMPLED} ELSE ${MAX_COUNTED + 1} END FROM "all")`;
  const set = (name: string, asked: Groups) => `"${name}" AS MATERIALIZED (
    SELECT ${answers} AS "answers" FROM "SearchEntry" WHERE ${all(conditions(document, asked, orUnknown))}
    LIMIT ${name === "all" ? MAX_COUNTED + 1 : most})`;
  const count = (name: string, only: string) => `
    SELECT '${name}' AS "set", NULL AS "key", count(*) AS "count" FROM "${name}" UNION ALL
    SELECT '${name}', "key", count(*) FROM (SELECT unnest("answers") AS "key" FROM "${name}") AS o
    WHERE ${only} GROUP BY "key"`;
  const names = Object.keys(groups);
  const sets = [set("all", groups), ...names.map((name) => set(name, without(groups, name)))];
  const counts = [count("all", "true"), ...names.map((name) => count(name, `"key" LIKE '${name}:%'`))];
  if (!orUnknown && names.some((name) => name !== "kind"))
    counts.push(`SELECT 'unknown', NULL, count(*) FROM (
      SELECT FROM "SearchEntry" WHERE ${all(conditions(document, groups, true))} LIMIT ${MAX_COUNTED + 1}) AS u
      WHERE (SELECT count(*) FROM "all") <= ${MAX_COUNTED}`);
  return `WITH ${sets.join(", ")} ${counts.join(" UNION ALL ")}`;
}

type Groups = NonNullable<ByHand["groups"]>;

function without(groups: Groups, name: string): Groups {
  return Object.fromEntries(Object.entries(groups).filter(([each]) => each !== name));
}

function conditions(document: string | null, groups: Groups, orUnknown = false): string[] {
  const chosen = Object.entries(groups).map(([group, options]) => {
    const keys = `'{${options.map((option) => `"${group}:${option}"`).join(",")}}'`;
    return orUnknown && group !== "kind" ? `("yes" && ${keys} OR "unknown" && ${keys})` : `"yes" && ${keys}`;
  });
  return [...(document === null ? [] : [`"document" @@ '${document.replaceAll("'", "''")}'`]), ...chosen];
}

const all = (conditions: readonly string[]) => (conditions.length === 0 ? "true" : conditions.join(" AND "));
