import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres } from "../../scripts/setup/postgres";

/** Vitest's global setup: the server of TEST_POSTGRES_URL (an address with the right to create databases), or our own. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_POSTGRES_URL) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-tests-"));
  const postgres = await startPostgres(path.join(folder, "postgres"), { durable: false });
  process.env.TEST_POSTGRES_URL = postgres.url();
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
