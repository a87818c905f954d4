import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { counted } from "@/lib/shared/counted";
import { build } from "../setup/build.mjs";
import { runNode, SERVER_TYPESCRIPT } from "../setup/commands.mjs";
import { query } from "../setup/database";
import { Failure } from "../setup/failure.mjs";
import { freePort } from "../setup/ports";
import { startPostgres, type Postgres } from "../setup/postgres";
import { beforeEnd } from "../setup/process.mjs";
import { localSecrets } from "../setup/secrets";
import { HOW_RECORDS_ARE_MADE, makeRecords } from "./desk-records";
import type { DeskTimes } from "./desk-size";
import { openEmptyNext } from "./empty-next";
import { median, ms, p95, table } from "./figures";
import { HOW_THEY_ARE_MADE, makeListings, readRealListings } from "./synthetic-listings";

const SIZES = [500, 12_205];
/** The national directory. */
const BOUND_AT = 12_205;
const MAX_PAGE_MS = 150;

export const DESK_OPTIONS = [
  `--sizes 500,12205  how many listings (usually ${SIZES.join(", ")}; a million takes some minutes and 6 GB of disk)`,
];

/** Prints what each page of the staff's table takes: its queries, by hand, and as a page beside an empty one. */
export async function benchDesk(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { sizes: { type: "string" } } });
  const sizes = values.sizes?.split(",").map(Number) ?? SIZES;
  if (sizes.some((size) => !Number.isInteger(size) || size < 500 || size > 5_000_000))
    throw new Failure("--sizes: give whole numbers from 500 to 5000000, such as --sizes 500,12205");
  const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-bench-"));
  beforeEnd(() => rmSync(folder, { recursive: true, force: true }));
  const postgres = await startPostgres(path.join(folder, "postgres"), { durable: false });
  beforeEnd(postgres.stop);
  console.log(`build … ${await build(path.join(folder, "build.log"))}`);
  console.log(`\n${HOW_THEY_ARE_MADE}\n${HOW_RECORDS_ARE_MADE}\n`);
  const places = await readRealListings();
  let isKept = true;
  for (const size of sizes) {
    const times = await measure(postgres, folder, places, size);
    console.log(`\n${sizeTable(size, times)}\nload average ${loadavg().map(ms).join(", ")}\n`);
    const first = p95(times[0]?.page ?? []);
    const isWithin = size > BOUND_AT || first <= MAX_PAGE_MS;
    isKept &&= isWithin;
    const bound = size > BOUND_AT ? "no bound" : `at most ${MAX_PAGE_MS}`;
    console.log(`${isWithin ? "ok     " : "NOT MET"}  p95 of the first page, ms: ${ms(first)} (${bound})`);
  }
  return isKept;
}

async function measure(
  postgres: Postgres,
  folder: string,
  places: Awaited<ReturnType<typeof readRealListings>>,
  size: number,
): Promise<DeskTimes[]> {
  const name = `bench_desk_${size}`;
  await query(postgres.url(), (client) => client.query(`CREATE DATABASE ${name}`));
  const log = path.join(folder, `${name}.log`);
  const env = Object.assign(process.env, await settingsOf(folder, postgres.url(name)));
  await runNode("The migration", [...SERVER_TYPESCRIPT, "scripts/migrate.ts"], { env, log });
  const start = performance.now();
  await query(postgres.url(name), async (client) => {
    await makeListings(client, places, size);
    await makeRecords(client);
  });
  console.log(`${counted(size, "listing")} made in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const file = path.join(folder, `${name}.json`);
  // It starts with the settings of this process, and looks at the database as ours does.
  const empty = await openEmptyNext();
  const script = [...SERVER_TYPESCRIPT, "scripts/bench/desk-size.ts", file, String(await freePort())];
  await runNode("The measurement", [...script, `${empty.base}/dynamic`], { env, log });
  await empty.close();
  await query(postgres.url(), (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  return JSON.parse(readFileSync(file, "utf8")) as DeskTimes[];
}

async function settingsOf(folder: string, databaseUrl: string) {
  return {
    ...(await localSecrets(folder, databaseUrl)),
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    PAGE_CACHE_DIR: path.join(folder, "pages"),
    SMTP_URL: "smtp://127.0.0.1:9",
    SITE_URL: "http://127.0.0.1",
    MAIL_TO: "team@localhost",
    LOG_LEVEL: "warn",
  };
}

function sizeTable(size: number, times: readonly DeskTimes[]): string {
  const head = ["query median", "p95", "by hand median", "ratio", "page median", "p95", "× an empty page"];
  const rows = times.map(({ name, query: own, byHand, page, empty }) => [
    name,
    ...[median(own), p95(own), median(byHand)].map(ms),
    (median(own) / median(byHand)).toFixed(2),
    ...[median(page), p95(page)].map(ms),
    (median(page) / median(empty)).toFixed(1),
  ]);
  return table([[`${counted(size, "listing")}, ms`, ...head], ...rows]);
}
