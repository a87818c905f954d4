import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type pg from "pg";
import { hashFiles } from "../../scripts/setup/hashes.mjs";
import { testEnvironment } from "./environment";

const run = promisify(execFile);
/** Any number all test files share; it keeps two of them from making the same template. */
const LOCK = 4_711_202_601;
const WITH_TSX = ["--conditions=react-server", "--import", "tsx"];

/**
 * Hands over the name of a template database, made when it is not there: migrated, and seeded when asked. It is named
 * by what it was made from, so a changed migration or seed makes a new one.
 */
export async function templateDatabase(
  server: pg.Client,
  serverUrl: string,
  seeded: boolean,
  use: (name: string) => Promise<unknown>,
): Promise<void> {
  await server.query("SELECT pg_advisory_lock($1)", [LOCK]);
  try {
    const migrated = `template_migrated_${hashFiles(["prisma/migrations", "scripts/migrate.ts", "package-lock.json"])}`;
    if (!seeded) return void (await use(await ensure(server, serverUrl, migrated, "template0", migrate)));
    await ensure(server, serverUrl, migrated, "template0", migrate);
    const name = `template_seeded_${hashFiles(["prisma", "lib"])}`;
    await use(await ensure(server, serverUrl, name, migrated, seed));
  } finally {
    await server.query("SELECT pg_advisory_unlock($1)", [LOCK]);
  }
}

async function ensure(
  server: pg.Client,
  serverUrl: string,
  name: string,
  from: string,
  fill: (databaseUrl: string) => Promise<unknown>,
): Promise<string> {
  const { rowCount } = await server.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (rowCount) return name;
  await dropOlder(server, name);
  const half = `${name}_half`;
  await server.query(`DROP DATABASE IF EXISTS "${half}" WITH (FORCE)`);
  await server.query(`CREATE DATABASE "${half}" TEMPLATE "${from}"`);
  const url = new URL(serverUrl);
  url.pathname = `/${half}`;
  await fill(url.href);
  await server.query(`ALTER DATABASE "${half}" RENAME TO "${name}"`);
  return name;
}

async function dropOlder(server: pg.Client, name: string): Promise<void> {
  const kind = name.slice(0, name.lastIndexOf("_") + 1);
  const { rows } = await server.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
    [kind],
  );
  for (const { datname } of rows) await server.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
}

const migrate = (DATABASE_URL: string) =>
  run(process.execPath, [...WITH_TSX, "scripts/migrate.ts"], {
    env: { ...process.env, ...testEnvironment, DATABASE_URL },
  });

const seed = (DATABASE_URL: string) =>
  run(process.execPath, [...WITH_TSX, "prisma/seed.ts"], {
    env: { ...process.env, ...testEnvironment, DATABASE_URL },
    maxBuffer: 64 * 1024 * 1024,
  });
