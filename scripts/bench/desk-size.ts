// Times the pages of the staff's table over the database of DATABASE_URL, and writes the times as JSON into the file
// that is its first argument: as the site asks, by hand, and as a page of the built site (port: the second argument)
// beside an empty dynamic page of the same framework (its URL: the third).

import { writeFileSync } from "node:fs";
import pg from "pg";
import { system } from "@/lib/audit/actor";
import { listAreas, listListings } from "@/lib/listing-table/admin-queries";
import { readTable } from "@/lib/listing-table/schema";
import { db, WORK_MEMORY } from "@/lib/server/db";
import { paramsOf } from "@/lib/shared/search-params";
import { ensureFirstAdministrator } from "@/lib/staff/mutations";
import { seedSettings } from "../../prisma/seed/settings";
import { staffSession } from "../../tests/support/actors";
import { NEXT } from "../setup/build.mjs";
import { startNode, stopGroup } from "../setup/commands.mjs";
import { untilReady } from "../up/readiness";
import { DESK_PAGES, MISSPELLED, type DeskPage } from "./desk-mix";

export interface DeskTimes {
  name: string;
  /** Milliseconds of each round. */
  query: number[];
  byHand: number[];
  page: number[];
  empty: number[];
}

const WARM_UP = 3;
const ROUNDS = 20;
const PAGE_SIZE = 50;
const staff = staffSession({ role: "editor" });

if (process.argv[2]) await main(process.argv[2], Number(process.argv[3]), process.argv[4] ?? "");

async function main(file: string, port: number, empty: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, options: WORK_MEMORY });
  await client.connect();
  const pages = [...DESK_PAGES, MISSPELLED];
  for (const page of DESK_PAGES) await compare(client, page);
  const times: DeskTimes[] = pages.map(({ name }) => ({ name, query: [], byHand: [], page: [], empty: [] }));
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const [index, page] of pages.entries()) {
      const query = await timed(() => askAsTheSite(page));
      const byHand = await timed(() => askByHand(client, page));
      if (round < 0) continue;
      times[index]?.query.push(query);
      times[index]?.byHand.push(byHand);
    }
  await timePages(port, empty, pages, times);
  writeFileSync(file, JSON.stringify(times));
  await client.end();
  await db.$disconnect();
}

async function askAsTheSite({ query }: DeskPage) {
  const { table } = readTable(paramsOf(query), await listAreas(staff));
  return listListings(staff, table);
}

async function askByHand(client: pg.Client, { where, order = `l."name", l."id"` }: DeskPage) {
  const { rows } = await client.query<{ id: string }>(
    `SELECT l."id", l."name", l."street", l."city", l."zip", l."status", l."kind", l."updatedAt" FROM "Listing" l
     WHERE ${where} ORDER BY ${order} LIMIT ${PAGE_SIZE}`,
  );
  const total = await client.query<{ total: number }>(`SELECT count(*)::int AS total FROM "Listing" l WHERE ${where}`);
  return { ids: rows.map(({ id }) => id), total: total.rows[0]?.total ?? 0 };
}

/** Times of two different answers say nothing. */
async function compare(client: pg.Client, page: DeskPage): Promise<void> {
  const own = await askAsTheSite(page);
  const byHand = await askByHand(client, page);
  const [one, other] = [
    JSON.stringify([own.total, own.rows.map(({ id }) => id)]),
    JSON.stringify([byHand.total, byHand.ids]),
  ];
  if (one !== other) throw new Error(`${page.name}: ${one.slice(0, 200)} is not ${other.slice(0, 200)}`);
}

async function timePages(port: number, empty: string, pages: DeskPage[], times: DeskTimes[]): Promise<void> {
  await seedSettings();
  const administrator = { email: "bench@example.org", password: "a bench has four legs" };
  await ensureFirstAdministrator(system("administrator"), administrator);
  const site = new URL(`http://127.0.0.1:${port}`);
  const env = { ...process.env, PORT: String(port), NODE_ENV: "production" as const, SITE_URL: site.origin };
  const server = startNode([NEXT, "start", "-H", site.hostname], {
    env,
    log: `${process.env.DATA_DIR}/site.log`,
  });
  try {
    // No worker runs here.
    await untilReady(site.origin, "/api/health");
    const cookie = await signIn(site, administrator);
    for (let round = -WARM_UP; round < ROUNDS; round++)
      for (const [index, { query }] of pages.entries()) {
        const page = await timed(() => get(new URL(`/admin/listings?${query}`, site), cookie));
        const beside = await timed(() => get(new URL(empty), ""));
        if (round < 0) continue;
        times[index]?.page.push(page);
        times[index]?.empty.push(beside);
      }
  } finally {
    await stopGroup(server);
  }
}

async function get(url: URL, cookie: string): Promise<string> {
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}

/** As a browser without scripts does. @returns the cookie of the session */
async function signIn(site: URL, { email, password }: { email: string; password: string }): Promise<string> {
  const url = new URL("/admin/sign-in", site);
  const page = await get(url, "");
  const form = /<form[^>]*>(?:(?!<\/form>).)*name="password".*?<\/form>/s.exec(page)?.[0] ?? "";
  const body = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? "";
    body.append(part("name"), part("value").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  body.set("email", email);
  body.set("password", password);
  const answer = await fetch(url, { method: "POST", body, headers: { origin: site.origin }, redirect: "manual" });
  const cookies = answer.headers.getSetCookie().map((each) => each.split(";")[0]);
  if (cookies.length === 0) throw new Error(`The sign-in answered ${answer.status} without a cookie`);
  return cookies.join("; ");
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
