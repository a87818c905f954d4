import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { db } from "./db";
import { isAlive, lastHeartbeat } from "./heartbeat";
import { isOpen } from "./opening";

export interface Readiness {
  database: boolean;
  /** Every migration of this build is applied. */
  migrations: boolean;
  /** The worker wrote its heartbeat within the last minute. */
  worker: boolean;
  /** What the journal has and the database lost is done again. */
  journal: boolean;
  /** No restore into this database is under way, or was left half done. */
  restored: boolean;
}

/** Whether this process can do its work; never throws. */
export async function checkReadiness(): Promise<Readiness> {
  const [applied, heartbeat, restoring] = await Promise.allSettled([
    appliedMigrations(),
    lastHeartbeat(),
    isRestoring(),
  ]);
  return {
    database: applied.status === "fulfilled" || heartbeat.status === "fulfilled",
    migrations: applied.status === "fulfilled" && (await expectedMigrations()).every((name) => applied.value.has(name)),
    worker: heartbeat.status === "fulfilled" && isAlive(heartbeat.value),
    journal: isOpen(),
    restored: !(restoring.status === "fulfilled" && restoring.value),
  };
}

async function appliedMigrations(): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return new Set(rows.map((row) => row.migration_name));
}

async function expectedMigrations(): Promise<string[]> {
  const entries = await readdir(path.join(process.cwd(), "prisma", "migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** The schema stands in it as long as the restore has not ended (scripts/setup/unfinished-restore.ts). */
async function isRestoring(): Promise<boolean> {
  const [row] = await db.$queryRaw<
    { restoring: boolean }[]
  >`SELECT to_regnamespace('restoring') IS NOT NULL AS restoring`;
  return row?.restoring === true;
}
