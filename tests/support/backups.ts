import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { afterAll } from "vitest";
import { query } from "../../scripts/setup/database";
import { SERVER_TYPESCRIPT } from "../../scripts/setup/commands.mjs";
import type { Ended } from "./command";
import { testEnvironment } from "./environment";

/**
 * Makes empty databases on the tests' server, each owned by a role of its own that is no superuser, and drops them after
 * the tests of the file. Call it once, at the top of the file.
 */
export function emptyDatabases(): () => Promise<string> {
  const made: string[] = [];
  const server = () => process.env.TEST_POSTGRES_URL ?? "";
  afterAll(async () => {
    await query(server(), async (client) => {
      for (const name of made) {
        await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
        await client.query(`DROP ROLE IF EXISTS "${name}"`);
      }
    });
  });
  return async () => {
    const name = `test_${randomBytes(8).toString("hex")}`;
    made.push(name);
    await query(server(), async (client) => {
      await client.query(`CREATE ROLE "${name}" LOGIN PASSWORD '${name}'`);
      await client.query(`CREATE DATABASE "${name}" OWNER "${name}" TEMPLATE template0`);
    });
    const url = new URL(server());
    url.pathname = `/${name}`;
    // Only an administrator of the server may make this one.
    await query(url.href, (client) => client.query("CREATE EXTENSION earthdistance CASCADE"));
    Object.assign(url, { username: name, password: name });
    return url.href;
  };
}

/** Runs a command with all that the site has, on a database of its own. */
export function runOn(url: string, script: string[], settings: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...SERVER_TYPESCRIPT, ...script],
      { env: { ...process.env, ...testEnvironment, DATABASE_URL: url, ...settings } },
      (error, output, errors) => resolve({ code: error ? error.code : 0, output, errors }),
    );
  });
}

export interface Contents {
  /** Every row of every table, as text and in order. */
  rows: Record<string, string[]>;
  /** Constraints, indexes, rules that are on, and what sequences give next. */
  rules: string[];
}

/** All that is in a database but for the queue. */
export async function contentsOf(url: string): Promise<Contents> {
  return query(url, async (client) => {
    const tables = await namesOf(
      client,
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    const rows: Contents["rows"] = {};
    for (const table of tables)
      rows[table] = await namesOf(client, `SELECT t::text AS name FROM public."${table}" AS t ORDER BY 1`);
    const sequences = await namesOf(
      client,
      "SELECT relname AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace",
    );
    const next: string[] = [];
    for (const name of sequences)
      next.push(
        ...(await namesOf(
          client,
          `SELECT '${name}: ' || last_value || ' ' || is_called AS name FROM public."${name}"`,
        )),
      );
    return { rows, rules: [...(await namesOf(client, RULES)), ...next] };
  });
}

const RULES = `
  SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated AS name
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid <> 0
  UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger
  WHERE NOT tgisinternal AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT nspname FROM pg_namespace WHERE nspname = 'restoring'
  ORDER BY 1`;

async function namesOf(client: pg.Client, statement: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(statement);
  return rows.map(({ name }) => name);
}
