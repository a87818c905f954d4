import pg from "pg";
import { Failure } from "./failure.mjs";
import { startPostgres, type Postgres } from "./postgres";

/** The house's database on its own server; one that is being restored, and one that was replaced by it. */
export const DATABASE = "best_heroin_rehab";
export const RESTORED = "best_heroin_rehab_restored";
export const REPLACED = "best_heroin_rehab_replaced";
const CONNECT_WITHIN_MS = 10_000;

/** Our own server with the house's database on it. */
export async function startOwnDatabase(folder: string): Promise<{ server: Postgres; url: string }> {
  const server = await startPostgres(folder);
  await query(server.url(), async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
    // Left by a restore that was killed.
    for (const left of [RESTORED, REPLACED]) await client.query(`DROP DATABASE IF EXISTS ${left} WITH (FORCE)`);
  });
  return { server, url: server.url(DATABASE) };
}

/** Whether somebody has begun to use a database. */
export async function hasTables(url: string): Promise<boolean> {
  const { rowCount } = await query(url, (client) =>
    client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1"),
  );
  return rowCount !== 0;
}

const EXTENSIONS = ["pg_trgm", "cube", "earthdistance"];
const MAY_NOT = "42501";

/**
 * Makes the extensions that our tables need, all or none: the one thing in a database that its owner may not always do.
 * @throws Failure with what the server's administrator runs instead
 */
export async function makeExtensions(url: string): Promise<void> {
  const make = EXTENSIONS.map((name) => `CREATE EXTENSION IF NOT EXISTS ${name}`).join("; ");
  // Several statements in one query are one transaction.
  await query(url, (client) => client.query(make)).catch((error: Error & { code?: string }) => {
    if (error.code !== MAY_NOT) throw error;
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    throw new Failure(
      `The user of DATABASE_URL may not make the extensions that the tables need, and nothing was changed.\n` +
        "       An administrator of the server makes them once in this database:\n" +
        `         psql -d ${name} -c '${make}'\n` +
        "       Then run this again.",
    );
  });
}

/** Connects, works, and leaves. */
export async function query<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes sure that the database of DATABASE_URL answers.
 * @throws Failure that names host, port and what to do, never the password
 */
export async function checkDatabase(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    throw new Failure("DATABASE_URL is not a connection string such as postgresql://user:password@host:5432/name");
  const { hostname, port, username, pathname } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  await query(url, (client) => client.query("SELECT 1")).catch((error: Error & { code?: string }) => {
    throw new Failure(`${adviceFor(error, place, decodeURIComponent(username), pathname.slice(1))}\n${OWN_DATABASE}`);
  });
}

const OWN_DATABASE = "       Or leave DATABASE_URL empty: then PostgreSQL is started here.";

function adviceFor(error: Error & { code?: string }, place: string, user: string, database: string): string {
  switch (error.code) {
    case "28P01":
    case "28000":
      return `The database at ${place} does not let ${user} in. Check the user and password in DATABASE_URL.`;
    case "3D000":
      return `The server at ${place} has no database "${database}". Create it (createdb), then start again.`;
    default:
      return (
        `The database at ${place} cannot be reached (${error.code ?? error.message}).\n` +
        "       Check that it runs and accepts connections from here, and the host and port in DATABASE_URL."
      );
  }
}
