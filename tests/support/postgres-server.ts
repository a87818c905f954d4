import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { query } from "../../scripts/setup/database";
import { takeLock } from "../../scripts/setup/lock.mjs";
import { startPostgres, type Postgres } from "../../scripts/setup/postgres";

/** Kept between runs for its templates (template-database.ts). */
const KEPT = path.resolve(".data/tests/postgres");

/** Vitest's global setup: the server of TEST_POSTGRES_URL (a URL with the right to create databases), or our own. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_POSTGRES_URL) return undefined;
  const { postgres, release } = await ownServer();
  process.env.TEST_POSTGRES_URL = postgres.url();
  return async () => {
    await postgres.stop();
    release();
  };
}

/** The kept server; one that is thrown away when another run has it. */
async function ownServer(): Promise<{ postgres: Postgres; release: () => void }> {
  const lock = takeLock(`${KEPT}.lock`);
  if (!("holder" in lock)) return { postgres: await startKept(), release: lock.release };
  const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-tests-"));
  const postgres = await startPostgres(path.join(folder, "postgres"), { durable: false });
  return { postgres, release: () => rmSync(folder, { recursive: true, force: true }) };
}

async function startKept(): Promise<Postgres> {
  const postgres = await startPostgres(KEPT, { durable: false }).catch(() => {
    // It is not safe against a power cut.
    rmSync(KEPT, { recursive: true, force: true });
    return startPostgres(KEPT, { durable: false });
  });
  await query(postgres.url(), async (client) => {
    // Of a run that was killed.
    const left = await client.query<{ datname: string }>(
      String.raw`SELECT datname FROM pg_database WHERE datname LIKE 'test\_%'`,
    );
    for (const { datname } of left.rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  });
  return postgres;
}
