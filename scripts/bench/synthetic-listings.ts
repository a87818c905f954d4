// As many invented listings as asked for, in the shape of the real ones. Each takes its answers from one real place of
// the national directory, its name from the words of two others, and its city, ZIP code and position from a fourth. So
// combinations of answers and frequent words are as frequent as in reality.

import type pg from "pg";
import { FEDERAL_COLUMNS, FEDERAL_TELLING, readFederalRow } from "@/lib/sources/federal";
import { readRows } from "@/lib/sources/rows";
import { readTable } from "@/lib/sources/table";
import { listingKind } from "@/lib/facts/kind";
import { positionOf } from "@/lib/facts/position";
import { resolveFacts, type FactSheetView } from "@/lib/facts/facts";
import { entryOf, UNRANKED } from "@/lib/search/entry";
import { plainWords } from "@/lib/search/words";

const DIRECTORY = "prisma/seed/data/samhsa-national-directory-2024.csv.gz";
/** Of a hundred listings; as in Los Angeles, where 178 of 306 are. */
const RANKED_PERCENT = 57;

export const HOW_THEY_ARE_MADE =
  "Each listing has the answers of one real place of the national directory of 2024 (12,197 places), a name of words of " +
  `two others, and the city and ZIP code of a fourth; ${RANKED_PERCENT} % are ranked, in random order. No two are equal.`;

interface RealListing {
  name: string[];
  city: string;
  state: string;
  zip: string;
  latitude: number | null;
  longitude: number | null;
  kind: string;
  yes: string[];
  unknown: string[];
  services: string[];
  treatsOpioids: boolean;
}

/** Every place of the national directory, as the search would keep it. */
export async function readRealListings(): Promise<RealListing[]> {
  const { rows } = await readTable(DIRECTORY, FEDERAL_COLUMNS);
  const sites = await readRows(rows, (cells) => readFederalRow(cells, null), FEDERAL_TELLING);
  return sites.rows.map(({ columns, answers }) => {
    const sheet: FactSheetView = {
      source: "samhsa",
      asOf: "2024-01-01",
      asOfPrecision: "year",
      unknown: [],
      ...answers,
    };
    const position = positionOf(columns.zip, []);
    const { latitude, longitude } = position ?? { latitude: null, longitude: null };
    const facts = resolveFacts([sheet]);
    const kind = listingKind(new Set(answers.yes), []);
    const place = { ...columns, kind, latitude, longitude, positionSource: position?.source ?? null };
    const { yes, unknown, words, treatsOpioids } = entryOf({
      ...place,
      id: "",
      slug: "",
      licenses: [],
      facts,
      standing: null,
    });
    const { city, state, zip } = columns;
    const name = columns.name.split(/\s+/);
    const services = words.filter((word) => word.startsWith(":"));
    return { name, city, state, zip, kind, latitude, longitude, yes, unknown, services, treatsOpioids };
  });
}

/** Fills an empty, migrated database. The same count gives the same listings. */
export async function makeListings(client: pg.Client, places: readonly RealListing[], count: number): Promise<void> {
  await client.query("BEGIN");
  await client.query("SET LOCAL maintenance_work_mem = '512MB'");
  await client.query(`ALTER TABLE "Listing" DISABLE TRIGGER USER`);
  await loadRealListings(client, places);
  await client.query(INSERT_LISTINGS, [count, places.length]);
  const indexes = await dropIndexes(client);
  await client.query(INSERT_ENTRIES, [count, places.length, RANKED_PERCENT, UNRANKED]);
  for (const definition of indexes) await client.query(definition);
  await client.query(`INSERT INTO "SearchWord" SELECT DISTINCT word FROM "SearchEntry", unnest("words") AS w(word)
    WHERE word NOT LIKE ':%'`);
  await client.query(`ALTER TABLE "Listing" ENABLE TRIGGER USER`);
  await client.query("COMMIT");
  await client.query("VACUUM ANALYZE");
}

async function loadRealListings(client: pg.Client, places: readonly RealListing[]): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE "RealListing" ("n" int PRIMARY KEY, "name" text[], "nameWords" text[], "city" text, "cityWords" text[],
      "state" text, "zip" text, "latitude" float8, "longitude" float8, "kind" "ListingKind", "yes" text[],
      "unknown" text[], "services" text[], "treatsOpioids" boolean) ON COMMIT DROP`);
  for (let start = 0; start < places.length; start += 1000) {
    const rows = places.slice(start, start + 1000).map((place, index) => ({
      ...place,
      n: start + index,
      nameWords: place.name.map((word) => plainWords(word).join("")),
      cityWords: plainWords(place.city),
    }));
    await client.query(
      `INSERT INTO "RealListing" SELECT * FROM jsonb_populate_recordset(NULL::"RealListing", $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query(`ANALYZE "RealListing"`);
}

/** A number below `$2` that depends on nothing but the listing and what it is for. */
const pick = (purpose: number) => `(((hashint8extended(i, ${purpose}) % $2) + $2) % $2)::int`;

/** The real places that listing number i is made of. */
const MADE_OF = `
  FROM generate_series(1, $1::int) AS i
  JOIN "RealListing" AS answers ON answers."n" = ${pick(1)}
  JOIN "RealListing" AS first ON first."n" = ${pick(2)}
  JOIN "RealListing" AS last ON last."n" = ${pick(3)}
  JOIN "RealListing" AS place ON place."n" = ${pick(4)}`;

const ID = `('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`;
/** Two words of one name and the last two of another. */
const nameOf = (column: string) => `first."${column}"[1:2] || last."${column}"[cardinality(last."${column}") - 1:]`;
/** Fifteen miles around, so that places of one ZIP code do not lie upon each other; every fourth lies in its middle. */
const scattered = (column: string, purpose: number) =>
  `place."${column}" + CASE WHEN i % 4 = 0 THEN 0 ELSE (hashint8extended(i, ${purpose}) % 1000) / 5000.0 END`;

const INSERT_LISTINGS = `
  INSERT INTO "Listing" ("id", "slug", "status", "name", "street", "city", "state", "zip", "kind", "intakePhones",
    "staffFields", "latitude", "longitude", "positionSource", "updatedAt")
  SELECT ${ID}, 'synthetic-' || i, 'published', array_to_string(${nameOf("name")}, ' '), i % 9000 || ' Main Street',
    place."city", place."state", place."zip", answers."kind", '{}', '{}', ${scattered("latitude", 5)},
    ${scattered("longitude", 6)}, CASE WHEN place."latitude" IS NULL THEN NULL WHEN i % 4 = 0 THEN 'zip_centroid' ELSE 'dhcs' END::"PositionSource",
    now()
  ${MADE_OF}`;

const INSERT_ENTRIES = `
  INSERT INTO "SearchEntry" ("listingId", "sortName", "rankOrder", "rank", "band", "yes", "unknown", "who",
    "treatsOpioids", "words", "position", "isPositionApproximate")
  SELECT "id", "sortName", CASE WHEN "isRanked" THEN "place" ELSE $4::int END, CASE WHEN "isRanked" THEN "place" END,
    CASE WHEN "isRanked" THEN 1 + "place" % 4 END, "yes", "unknown", '{}', "treatsOpioids", "words",
    ll_to_earth("latitude", "longitude"), "isApproximate"
  FROM (
    SELECT ${ID} AS "id", array_to_string(${nameOf("nameWords")}, ' ') || ' synthetic-' || i AS "sortName",
      abs(hashint8extended(i, 7)) % 100 < $3 AS "isRanked",
      row_number() OVER (ORDER BY hashint8extended(i, 8))::int AS "place",
      answers."yes", answers."unknown", answers."treatsOpioids",
      array_remove(${nameOf("nameWords")} || place."cityWords" || place."zip" || answers."services", '') AS "words",
      ${scattered("latitude", 5)} AS "latitude", ${scattered("longitude", 6)} AS "longitude",
      i % 4 = 0 AS "isApproximate"
    ${MADE_OF}) AS made`;

/** An index built at the end takes a tenth of the time. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'SearchEntry' AND indexname NOT LIKE '%_pkey'`,
  );
  for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`);
  return rows.map(({ indexdef }) => indexdef);
}
