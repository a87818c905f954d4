import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "../setup/build.mjs";
import { runNode, SERVER_TYPESCRIPT } from "../setup/commands.mjs";
import { query } from "../setup/database";
import { Failure } from "../setup/failure.mjs";
import { freePort } from "../setup/ports";
import { startPostgres, type Postgres } from "../setup/postgres";
import { beforeEnd } from "../setup/process.mjs";
import { localSecrets } from "../setup/secrets";
import { median, ms, p95, table } from "./figures";
import type { SearchTimes } from "./search-size";
import { HOW_THEY_ARE_MADE, makeListings, readRealListings } from "./synthetic-listings";
import { counted } from "@/lib/shared/counted";

const SIZES = [500, 12_205, 1_000_000];
const MAX_TIMES_BY_HAND = 1.5;
const MAX_GROWTH = 4;

export const SEARCH_OPTIONS = [
  `--sizes 500,12205  how many listings (usually ${SIZES.join(", ")}; a million takes some minutes and 4 GB of disk)`,
  "--no-page          the queries only, not the page of the built site",
];

interface Measured {
  size: number;
  times: SearchTimes[];
}

/** Prints what each search takes, as the site asks it, by hand, and as a page. */
export async function benchSearch(args: string[]): Promise<boolean> {
  const { sizes, withPage } = optionsOf(args);
  const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-bench-"));
  beforeEnd(() => rmSync(folder, { recursive: true, force: true }));
  const postgres = await startPostgres(path.join(folder, "postgres"), { durable: false });
  beforeEnd(postgres.stop);
  if (withPage) console.log(`build … ${await build(path.join(folder, "build.log"))}`);
  console.log(`\n${HOW_THEY_ARE_MADE}\n`);
  const places = await readRealListings();
  const measured: Measured[] = [];
  for (const size of sizes) {
    const times = await measure(postgres, folder, places, size, withPage);
    measured.push({ size, times });
    console.log(`\n${sizeTable({ size, times }, withPage)}\nload average ${loadavg().map(ms).join(", ")}\n`);
  }
  return printSummary(measured, withPage);
}

function optionsOf(args: string[]): { sizes: number[]; withPage: boolean } {
  const { values } = parseArgs({ args, options: { sizes: { type: "string" }, "no-page": { type: "boolean" } } });
  const sizes = values.sizes?.split(",").map(Number) ?? SIZES;
  if (sizes.some((size) => !Number.isInteger(size) || size < 100 || size > 5_000_000))
    throw new Failure("--sizes: give whole numbers from 100 to 5000000, such as --sizes 500,12205");
  return { sizes, withPage: !values["no-page"] };
}

async function measure(
  postgres: Postgres,
  folder: string,
  places: Awaited<ReturnType<typeof readRealListings>>,
  size: number,
  withPage: boolean,
): Promise<SearchTimes[]> {
  const name = `bench_${size}`;
  await query(postgres.url(), (client) => client.query(`CREATE DATABASE ${name}`));
  const log = path.join(folder, `${name}.log`);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...(await localSecrets(folder, postgres.url(name))),
    DATABASE_URL: postgres.url(name),
    DATA_DIR: folder,
    PAGE_CACHE_DIR: path.join(folder, "pages"),
    SMTP_URL: "smtp://127.0.0.1:9",
    LOG_LEVEL: "warn",
  };
  await runNode("The migration", [...SERVER_TYPESCRIPT, "scripts/migrate.ts"], { env, log });
  const start = performance.now();
  await query(postgres.url(name), (client) => makeListings(client, places, size));
  console.log(`${counted(size, "listing")} made in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const file = path.join(folder, `${name}.json`);
  const port = withPage ? String(await freePort()) : "0";
  const script = [...SERVER_TYPESCRIPT, "scripts/bench/search-size.ts", file, port];
  await runNode("The measurement", script, { env, log });
  await query(postgres.url(), (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  return JSON.parse(readFileSync(file, "utf8")) as SearchTimes[];
}

function sizeTable({ size, times }: Measured, withPage: boolean): string {
  const head = [`${counted(size, "listing")}, ms`, "query median", "p95", "by hand median", "p95", "ratio"];
  const rows = times.map(({ name, query: own, byHand, page }) => [
    name,
    ...[median(own), p95(own), median(byHand), p95(byHand)].map(ms),
    (median(own) / median(byHand)).toFixed(2),
    ...(withPage ? [ms(median(page)), ms(p95(page))] : []),
  ]);
  return table([[...head, ...(withPage ? ["page median", "p95"] : [])], ...rows]);
}

/** The figures over the whole mix, and whether they keep their bounds. */
function printSummary(measured: readonly Measured[], withPage: boolean): boolean {
  const all = measured.map(({ size, times }) => ({
    size,
    own: times.flatMap((each) => each.query),
    byHand: times.flatMap((each) => each.byHand),
    page: times.flatMap((each) => each.page),
  }));
  const rows = all.map(({ size, own, byHand, page }) => [
    size.toLocaleString("en-US"),
    ...[median(own), p95(own), median(byHand), p95(byHand)].map(ms),
    (median(own) / median(byHand)).toFixed(2),
    (p95(own) / p95(byHand)).toFixed(2),
    ...(withPage ? [ms(median(page)), ms(p95(page))] : []),
  ]);
  const head = ["whole mix, ms", "query median", "p95", "by hand median", "p95", "ratio", "ratio of p95"];
  console.log(table([[...head, ...(withPage ? ["page median", "p95"] : [])], ...rows]));
  const ratio = Math.max(...all.map(({ own, byHand }) => median(own) / median(byHand)));
  const checks = [verdict("ratio to queries written by hand", ratio, MAX_TIMES_BY_HAND)];
  const [national, million] = [12_205, 1_000_000].map((size) => all.find((each) => each.size === size));
  if (national && million) {
    checks.push(verdict("growth of p95, 12,205 to 1,000,000, query", p95(million.own) / p95(national.own), MAX_GROWTH));
    if (withPage)
      checks.push(
        verdict("growth of p95, 12,205 to 1,000,000, page", p95(million.page) / p95(national.page), MAX_GROWTH),
      );
  }
  return checks.every(Boolean);
}

function verdict(what: string, value: number, most: number): boolean {
  const keeps = value <= most;
  console.log(`${keeps ? "ok     " : "NOT MET"}  ${what}: ${value.toFixed(2)} (at most ${most})`);
  return keeps;
}
