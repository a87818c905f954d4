// Times the searches of the mix over the database of DATABASE_URL, and writes the times as JSON into the file that is
// its first argument: as the site asks, by hand, and (with a port as the second argument) as a page of the built site.

import { writeFileSync } from "node:fs";
import pg from "pg";
import { parseFilters } from "@/lib/search/filters";
import type { SearchParams } from "@/lib/shared/search-params";
import { writeCursor } from "@/lib/search/search-cursor";
import { countFacets, readText, searchListings } from "@/lib/search/queries";
import { db, WORK_MEMORY } from "@/lib/server/db";
import { seedSettings } from "../../prisma/seed/settings";
import { untilReady } from "../up/readiness";
import { NEXT } from "../setup/build.mjs";
import { startNode, stopGroup } from "../setup/commands.mjs";
import { requireSameAnswer } from "./same-answer";
import { askByHand } from "./search-by-hand";
import { searchMix, type Middle, type MixedSearch } from "./search-mix";

export interface SearchTimes {
  name: string;
  /** Milliseconds of each round: text, results and counts one after the other. */
  query: number[];
  byHand: number[];
  page: number[];
}

const WARM_UP = 3;
const ROUNDS = 20;
const PAGE_ROUNDS = 8;

if (process.argv[2]) await main(process.argv[2], Number(process.argv[3] ?? 0));

async function main(file: string, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, options: WORK_MEMORY });
  await client.connect();
  const mix = searchMix(await middleOf(client));
  for (const each of mix) await compare(client, each);
  const times: SearchTimes[] = mix.map(({ name }) => ({ name, query: [], byHand: [], page: [] }));
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const [index, each] of mix.entries()) {
      const query = await timed(() => askAsTheSite(each));
      const byHand = await timed(() => askByHand(client, each.byHand));
      if (round < 0) continue;
      times[index]?.query.push(query);
      times[index]?.byHand.push(byHand);
    }
  if (port > 0) await timePages(port, mix, times);
  writeFileSync(file, JSON.stringify(times));
  await client.end();
  await db.$disconnect();
}

async function middleOf(client: pg.Client): Promise<Middle> {
  const { rows } = await client.query<{ rankOrder: number; sortName: string }>(
    `SELECT "rankOrder", "sortName" FROM "SearchEntry" WHERE "rank" IS NOT NULL ORDER BY "rankOrder", "sortName"
     OFFSET (SELECT count(*) / 4 FROM "SearchEntry") LIMIT 1`,
  );
  const [row] = rows;
  if (!row) throw new Error("There are no listings to search.");
  const cursor = writeCursor({
    direction: "next",
    sort: "rank",
    number: row.rankOrder,
    name: row.sortName,
    saidNo: false,
    treatsOpioids: true,
  });
  return { ...row, cursor };
}

async function compare(client: pg.Client, search: MixedSearch): Promise<void> {
  const { filters, result, facets } = await askAsTheSite(search);
  requireSameAnswer(search.name, filters, { hits: result.hits, facets }, await askByHand(client, search.byHand));
}

async function askAsTheSite({ query }: MixedSearch) {
  const { filters } = parseFilters(paramsOf(query));
  const text = await readText(filters);
  const result = await searchListings(filters, text);
  return { filters, result, facets: await countFacets(filters, text) };
}

function paramsOf(query: string): SearchParams {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) params[name] = [...(params[name] ?? []), value];
  return params;
}

async function timePages(port: number, mix: MixedSearch[], times: SearchTimes[]): Promise<void> {
  await seedSettings();
  const site = new URL(`http://127.0.0.1:${port}`);
  const server = startNode([NEXT, "start", "-H", site.hostname], {
    env: {
      ...process.env,
      PORT: String(port),
      NODE_ENV: "production",
      SITE_URL: site.origin,
      MAIL_TO: "team@localhost",
    },
    log: `${process.env.DATA_DIR}/site.log`,
  });
  try {
    // No worker runs here.
    await untilReady(site.origin, "/api/health");
    for (let round = -1; round < PAGE_ROUNDS; round++)
      for (const [index, { query }] of mix.entries()) {
        const page = await timed(async () => {
          const answer = await fetch(new URL(`/listings?${query}`, site));
          if (answer.status !== 200) throw new Error(`/listings?${query} answered ${answer.status}`);
          await answer.text();
        });
        if (round >= 0) times[index]?.page.push(page);
      }
  } finally {
    await stopGroup(server);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
