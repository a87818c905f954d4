// A whole house for a test that hurts it: PostgreSQL, the built site and the worker, on loopback, in a folder of its own.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build, NEXT } from "../../scripts/setup/build.mjs";
import { runNode, SERVER_TYPESCRIPT } from "../../scripts/setup/commands.mjs";
import { startOwnDatabase } from "../../scripts/setup/database";
import { install } from "../../scripts/setup/install.mjs";
import { freePort } from "../../scripts/setup/ports";
import { beforeEnd } from "../../scripts/setup/process.mjs";
import { IP_HEADER } from "../support/visitor";
import { Kept, keptNode } from "./kept";
import { mountSmallDisk, unmount } from "./small-disk";
import { layWire, type Wire } from "./wire";

export interface House {
  folder: string;
  /** DATA_DIR: pages, logs and the journal. A disk of its own where that was asked for and is possible. */
  data: string;
  hasOwnDisk: boolean;
  /** What its processes are started with. */
  env: NodeJS.ProcessEnv;
  /** Between its processes and PostgreSQL; `databaseUrl` does not go by it. */
  wire: Wire;
  /** Such as http://127.0.0.1:3999. */
  base: string;
  databaseUrl: string;
  metricsToken: string;
  site: Kept;
  worker: Kept;
  postgres: Kept;
  /** Ends all of it and removes the folder. */
  close: () => Promise<void>;
}

/** Whom the pages name where a person cannot be taken. */
export const TEAM = { email: "team@house.example", phone: "+12135550100" };

/**
 * Builds the site when its sources changed, and opens a new house with nothing in it but the first settings. The calling
 * process gets the same settings, so that it may use the product's own modules on that database.
 * @param options.seeded with the real records and ranking, which takes a minute or two
 * @param options.ownDisk with a small disk for DATA_DIR, where this user may mount one
 */
export async function openHouse(
  smtpPort: number,
  settings: Record<string, string> = {},
  { seeded = false, ownDisk = false } = {},
): Promise<House> {
  console.log(`packages: ${await install()}`);
  console.log(`build: ${await build()}`);
  const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-house-"));
  const data = path.join(folder, "own");
  const hasOwnDisk = ownDisk && mountSmallDisk(data);
  if (hasOwnDisk) beforeEnd(() => unmount(data));
  const port = await freePort();
  const own = await startOwnDatabase(path.join(folder, "postgres"));
  const wire = await layWire(own.url);
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    // Its hour may come while the site is tried; no publisher is asked then.
    REFRESH: "off",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    DATA_DIR: data,
    BACKUP_DIR: path.join(folder, "backups"),
    DATABASE_URL: wire.url,
    SITE_URL: `http://127.0.0.1:${port}`,
    APP_SECRET: randomBytes(32).toString("hex"),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_TO: TEAM.email,
    METRICS_TOKEN: randomBytes(16).toString("hex"),
    TRUSTED_PROXY_HEADER: IP_HEADER,
    PAGE_CACHE_DIR: path.join(data, "pages"),
    LOG_LEVEL: "info",
    // A day of people writes within minutes.
    CONFIRMATIONS_PER_HOUR: "1000000",
    ...settings,
  };
  await runNode("The migration", [...SERVER_TYPESCRIPT, "scripts/migrate.ts"], {
    env,
    log: path.join(folder, "migrate.log"),
  });
  // Its lines would stand among the figures.
  Object.assign(process.env, env, { DATABASE_URL: own.url, LOG_LEVEL: "warn" });
  if (seeded)
    await runNode("The seed", [...SERVER_TYPESCRIPT, "prisma/seed.ts"], { env, log: path.join(folder, "seed.log") });
  await firstSettings();

  const postgres = new Kept("postgres", async (attempt) => {
    const { server } = attempt === 0 ? own : await startOwnDatabase(path.join(folder, "postgres"));
    return server.process;
  });
  const site = keptNode("site", [NEXT, "start", "-p", String(port), "-H", "127.0.0.1"], env, data);
  const worker = keptNode("worker", [...SERVER_TYPESCRIPT, "scripts/worker.ts"], env, data);
  for (const process of [postgres, site, worker]) await process.start();

  const close = async () => {
    await Promise.all([site.stop(), worker.stop()]);
    await postgres.stop("SIGINT");
    await wire.stop();
    if (hasOwnDisk) unmount(data);
    rmSync(folder, { recursive: true, force: true });
  };
  beforeEnd(close);
  const base = `http://127.0.0.1:${port}`;
  await untilReady(base);
  const { METRICS_TOKEN: metricsToken } = env;
  const processes = { site, worker, postgres };
  return { folder, data, hasOwnDisk, env, wire, base, databaseUrl: own.url, metricsToken, ...processes, close };
}

async function firstSettings(): Promise<void> {
  const { seedSettings } = await import("../../prisma/seed/settings");
  const { system } = await import("../../lib/audit/actor");
  const { saveSetting } = await import("../../lib/settings/mutations");
  const { db } = await import("../../lib/server/db");
  await seedSettings();
  await saveSetting(system("seed"), "teamContact", TEAM, "2026-11-22");
  await db.$disconnect();
}

async function untilReady(base: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; ;) {
    const answer = await fetch(`${base}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error("The house does not get ready");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
