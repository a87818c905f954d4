import { readFileSync } from "node:fs";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { parseFilters, type ListingFilters } from "@/lib/search/filters";
import { MAX_COUNTED } from "@/lib/search/conditions-sql";
import { NO_TEXT } from "@/lib/search/asked";
import { facetsSql } from "@/lib/search/facets-sql";
import { hitsSql } from "@/lib/search/hits-sql";
import { nearestSql } from "@/lib/search/nearest-sql";
import { readText, search, searchListings } from "@/lib/search/queries";
import { relaxationsSql } from "@/lib/search/relaxations-sql";
import type { TextQuery } from "@/lib/search/types";
import { middleOfZip } from "@/lib/search/zip-middle";
import { wordsSql } from "@/lib/search/words-sql";
import { db, type Prisma } from "@/lib/server/db";
import { makeListings, readRealListings } from "../../scripts/bench/synthetic-listings";
import { patience } from "../support/patience.mjs";
import { testDatabase } from "../support/database";

testDatabase();

/** Enough that reading everything is no match for an index. */
const LISTINGS = 15_000;

beforeAll(async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await makeListings(client, await readRealListings(), LISTINGS);
  await client.end();
}, patience(120_000));

interface Node {
  "Node Type": string;
  "Index Name"?: string;
  "Relation Name"?: string;
  Plans?: Node[];
}

async function planOf(query: Prisma.Sql): Promise<Node[]> {
  const [row] = await db.$queryRaw<{ "QUERY PLAN": { Plan: Node }[] }[]>`EXPLAIN (FORMAT JSON) ${query}`;
  const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)];
  return row!["QUERY PLAN"].flatMap(({ Plan }) => all(Plan));
}

async function indexesOf(query: Prisma.Sql): Promise<string[]> {
  const nodes = await planOf(query);
  expect(
    nodes.filter((node) => node["Node Type"] === "Seq Scan" && node["Relation Name"]?.startsWith("Search")),
  ).toEqual([]);
  return nodes.flatMap((node) => node["Index Name"] ?? []);
}

async function asked(params: Record<string, string | string[]>): Promise<[ListingFilters, TextQuery]> {
  const { filters } = parseFilters(params);
  return [filters, await readText(filters)];
}

const hitsOf = async (params: Record<string, string | string[]>) => indexesOf(hitsSql(...(await asked(params))));
const facetsOf = async (params: Record<string, string | string[]>) => indexesOf(facetsSql(...(await asked(params))));

/** The second page of a search, and the way back from the third. */
async function laterPages(params: Record<string, string>): Promise<ListingFilters[]> {
  const { filters } = parseFilters(params);
  const second = { ...filters, after: (await searchListings(filters, NO_TEXT)).next };
  const third = { ...filters, after: (await searchListings(second, NO_TEXT)).next };
  return [second, { ...filters, after: (await searchListings(third, NO_TEXT)).previous }];
}

describe("the database itself chooses", () => {
  test("the order by rank for pages by rank, also far down and backward", async () => {
    expect(await hitsOf({})).toContain("SearchEntry_rankOrder_sortName_idx");
    expect(await hitsOf({ payment: "medi-cal" })).toContain("SearchEntry_rankOrder_sortName_idx");
    for (const page of await laterPages({}))
      expect(await indexesOf(hitsSql(page, NO_TEXT))).toContain("SearchEntry_rankOrder_sortName_idx");
  });

  test("the order by name for pages by name", async () => {
    expect(await hitsOf({ sort: "name" })).toContain("SearchEntry_sortName_idx");
    for (const page of await laterPages({ sort: "name" }))
      expect(await indexesOf(hitsSql(page, NO_TEXT))).toContain("SearchEntry_sortName_idx");
  });

  test("the nearest first for pages by distance, and what is nearer for the way back", async () => {
    expect(await hitsOf({ near: "90012", sort: "distance" })).toContain("SearchEntry_position_idx");
    for (const page of await laterPages({ near: "90012", sort: "distance" }))
      expect(await indexesOf(hitsSql(page, NO_TEXT))).toContain("SearchEntry_position_idx");
  });

  test("the positions for the best fit within a ring and beyond it, and for how far the nearest are", async () => {
    const { filters } = parseFilters({ near: "90012" });
    const near = middleOfZip("90012")!;
    expect(await indexesOf(nearestSql(filters, NO_TEXT, near))).toContain("SearchEntry_position_idx");
    for (const page of [filters, ...(await laterPages({ near: "90012" }))]) {
      const indexes = await indexesOf(hitsSql(page, NO_TEXT, [2, 5]));
      expect(indexes.filter((name) => name === "SearchEntry_position_idx").length).toBeGreaterThan(0);
    }
  });

  test("the answers for options that few places say yes to, several groups in one scan", async () => {
    const params = { medication: "methadone", language: "vietnamese" };
    expect(await hitsOf(params)).toContain("SearchEntry_yes_idx");
    const { filters } = parseFilters({ ...params, population: "hiv" });
    const together = await planOf(facetsSql(filters, NO_TEXT));
    expect(together.filter((node) => node["Index Name"] === "SearchEntry_yes_idx").length).toBeGreaterThanOrEqual(3);
  });

  test("the silences when places that did not say are included", async () => {
    // What the other options would find is counted over everything, so that part reads the table.
    const nodes = await planOf(facetsSql(...(await asked({ payment: "free", unknown: "include" }))));
    const indexes = nodes.map((node) => node["Index Name"]);
    expect(indexes).toEqual(expect.arrayContaining(["SearchEntry_yes_idx", "SearchEntry_unknown_idx"]));
  });

  test("those who said no to Medi-Cal for those that come after all who fit", async () => {
    const nodes = await planOf(facetsSql(...(await asked({ payment: "medi-cal" }))));
    expect(nodes.map((node) => node["Index Name"])).toContain("SearchEntry_noMediCalIn_idx");
  });

  test("the words for what was typed, in results and in counts", async () => {
    const named = { q: "tarzana", words: "exact" };
    expect(await hitsOf(named)).toContain("SearchEntry_document_idx");
    expect(await facetsOf(named)).toContain("SearchEntry_document_idx");
    const relaxations = relaxationsSql(...(await asked({ ...named, language: "hmong", kind: "hospital" })));
    expect(await indexesOf(relaxations!)).toEqual(
      expect.arrayContaining(["SearchEntry_document_idx", "SearchEntry_yes_idx"]),
    );
  });

  test("the answers for a text that is the name of an option", async () => {
    expect(await hitsOf({ q: "Hmong" })).toContain("SearchEntry_yes_idx");
  });

  test("the known words for a mistyped one", async () => {
    const nodes = await planOf(wordsSql(["tarzanna"]));
    const indexes = nodes.map((node) => node["Index Name"]);
    expect(indexes).toEqual(expect.arrayContaining(["SearchWord_word_idx", "SearchWord_pkey"]));
  });
});

test("the README tells up to how many places counts are exact", () => {
  const exact = `exact up to ${MAX_COUNTED.toLocaleString("en-US")} places and read “at least” above`;
  expect(readFileSync("README.md", "utf8")).toContain(exact);
});

test("what is too much to count is said to be at least so much, and the rest stays exact", async () => {
  const { facets } = await search(parseFilters({}).filters);
  expect(facets.total).toEqual({ value: 10_000, isAtLeast: true });
  expect(facets.options.payment.get("medi-cal")).toMatchObject({ isAtLeast: true });
  const few = await search(parseFilters({ language: "hmong" }).filters);
  const [{ count }] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS "count" FROM "SearchEntry" WHERE "yes" && '{language:hmong}'`;
  expect(few.facets.total).toEqual({ value: count, isAtLeast: false });
});

test("of a chosen group too large to count, every other option that finds places says so, and none says too many", async () => {
  const { facets } = await search(parseFilters({ payment: "medi-cal" }).filters);
  expect(facets.total).toEqual({ value: 10_000, isAtLeast: true });
  for (const [option, { value, isAtLeast }] of facets.options.payment) {
    const [{ count }] = await db.$queryRaw<[{ count: number }]>`
      SELECT count(*)::int AS "count" FROM "SearchEntry" WHERE "yes" && ARRAY[${`payment:${option}`}]`;
    expect({ option, isAtLeast, finds: value > 0 }).toEqual({ option, isAtLeast: true, finds: count > 0 });
    expect(value).toBeLessThanOrEqual(count);
  }
});
