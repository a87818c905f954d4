import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import pg from "pg";
import { patience } from "./patience.mjs";
import { templateDatabase } from "./template-database";

/**
 * Gives a test file a migrated database of its own, copied from a template before its tests and dropped after them.
 * Call it once, at the top of the file; DATABASE_URL and DATA_DIR are set before the first test.
 * @param options.seeded with the real seed in it
 */
export function testDatabase({ seeded = false }: { seeded?: boolean } = {}): void {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const dataDir = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-test-"));

  beforeAll(async () => {
    await withServer(async (server, url) => {
      await templateDatabase(server, url, seeded, (template) =>
        server.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`),
      );
      process.env.DATABASE_URL = urlOf(url, name);
      process.env.DATA_DIR = dataDir;
    });
    // What a former file of this process still did after its end may have opened its own database again.
    await forgetClient();
  }, patience(180_000));

  afterAll(async () => {
    await forgetClient();
    await withServer((server) => drop(server, name));
    rmSync(dataDir, { recursive: true, force: true });
  });
}

async function forgetClient(): Promise<void> {
  const holder = globalThis as { prismaClient?: { $disconnect: () => Promise<void> } };
  const client = holder.prismaClient;
  delete holder.prismaClient;
  await client?.$disconnect();
}

/** What PostgreSQL says when somebody is still connected; it has waited five seconds by then. */
const IN_USE = "55006";

/** A connection that is just being closed is let go in peace: told that it is ended, it would fail whatever runs next. */
async function drop(server: pg.Client, name: string): Promise<void> {
  try {
    await server.query(`DROP DATABASE IF EXISTS "${name}"`);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== IN_USE) throw error;
    await server.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  }
}

async function withServer(work: (server: pg.Client, url: string) => Promise<unknown>): Promise<void> {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error("TEST_POSTGRES_URL is empty: run with `npm run test:integration`.");
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    await work(server, url);
  } finally {
    await server.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
