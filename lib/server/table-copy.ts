import "server-only";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { from, to } from "pg-copy-streams";
import type { KeyKind } from "./key-ring";

export type PlainClient = pg.Client;

/** A table of ours: those of the schema public that belong to no extension. */
export interface Table {
  name: string;
  /** Without generated columns, whose values follow. */
  columns: string[];
}

export interface Sequence {
  name: string;
  lastValue: string;
  isCalled: boolean;
}

/** Texts of values are the same whatever the server's settings are, and no row is hidden. */
const PLAIN = [
  "SET statement_timeout = 0",
  "SET lock_timeout = 0",
  "SET idle_in_transaction_session_timeout = 0",
  "SET client_encoding = 'UTF8'",
  "SET TIME ZONE 'UTC'",
  "SET DateStyle = 'ISO, YMD'",
  "SET IntervalStyle = 'postgres'",
  "SET extra_float_digits = 3",
  "SET bytea_output = 'hex'",
  "SET xmloption = 'content'",
  "SET row_security = off",
];

/** A connection for copying tables; left when the work ends. */
export async function withPlainClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(PLAIN.join("; "));
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Works in one moment of the database: whatever is written meanwhile is not seen. Tables cannot be altered meanwhile. */
export async function inSnapshot<T>(client: pg.Client, work: (tables: Table[]) => Promise<T>): Promise<T> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    const locked = await listTables(client);
    if (locked.length > 0) await client.query(`LOCK TABLE ${locked.map(nameOf).join(", ")} IN ACCESS SHARE MODE`);
    return await work(await listTables(client));
  } finally {
    await client.query("ROLLBACK").catch(() => undefined);
  }
}

/** By name. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT t.relname AS name, array_agg(c.attname::text ORDER BY c.attnum) AS columns
     FROM pg_class AS t JOIN pg_attribute AS c ON c.attrelid = t.oid
     WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r'
       AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = ''
       AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = t.oid AND d.deptype = 'e')
     GROUP BY t.oid, t.relname ORDER BY t.relname COLLATE "C"`,
  );
  return rows;
}

/** By name, with the values of this moment. */
export async function listSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'
     ORDER BY relname COLLATE "C"`,
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const values = await client.query<{ lastValue: string; isCalled: boolean }>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${nameOf({ name })}`,
    );
    sequences.push({ name, ...values.rows[0]! });
  }
  return sequences;
}

/** Writes a table's rows into a file, gzipped. @returns how many */
export async function copyOut(client: pg.Client, table: Table, file: string): Promise<number> {
  const rows = client.query(to(`COPY ${withColumns(table)} TO STDOUT`));
  await pipeline(rows, createGzip(), createWriteStream(file, { mode: 0o600 }));
  return rows.rowCount;
}

/** Adds to a table the rows that `copyOut` wrote. @returns how many */
export async function copyIn(client: pg.Client, table: Table, chunks: AsyncIterable<Buffer>): Promise<number> {
  const rows = client.query(from(`COPY ${withColumns(table)} FROM STDIN`));
  await pipeline(chunks, createGunzip(), rows);
  return rows.rowCount;
}

/** The names of the applied migrations, in order, each with the SHA-256 of its script; none in a database without tables. */
export async function appliedMigrations(client: pg.Client): Promise<{ name: string; checksum: string }[]> {
  if (!(await hasTable(client, "_prisma_migrations"))) return [];
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM public._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  return rows;
}

export async function hasTable(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass($1) IS NOT NULL AS there", [
    nameOf({ name }),
  ]);
  return rows[0]?.there === true;
}

/** The server's major version, such as 18. */
export async function serverMajor(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version");
  return Math.floor(Number(rows[0]?.version) / 10_000);
}

/** Takes a lock that this connection holds until it ends. @returns false when another one has it */
export async function lockOnce(client: pg.Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1) AS mine", [lock]);
  return rows[0]?.mine === true;
}

/** The name by which another connection sees what the transaction of this one sees. */
export async function exportSnapshot(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>("SELECT pg_export_snapshot() AS name");
  return rows[0]?.name ?? "";
}

export async function countRows(client: pg.Client, table: Pick<Table, "name">): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${nameOf(table)}`);
  return Number(rows[0]?.count ?? 0);
}

/** How a stored value shows which key it needs, by the key's kind: an envelope, and a keyed hash. */
const NEEDS: Record<KeyKind, string> = {
  encryption: String.raw`^v1\.([a-z0-9]+)\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22,}$`,
  secret: String.raw`^([a-z0-9]+)\.[A-Za-z0-9_-]{43}$`,
};

/** The ids of the keys that the values of these tables need, in order. */
export async function neededKeys(client: pg.Client, tables: Table[], kind: KeyKind): Promise<string[]> {
  const ids = new Set<string>();
  for (const table of tables) {
    const { rows: columns } = await client.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND atttypid = 'text'::regtype`,
      [nameOf(table)],
    );
    if (columns.length === 0) continue;
    const values = columns.map(({ name }) => `(t.${quote(name)})`).join(", ");
    const { rows } = await client.query<{ id: string }>(
      `SELECT DISTINCT substring(each.value FROM $1) AS id
       FROM ${nameOf(table)} AS t, LATERAL (VALUES ${values}) AS each (value) WHERE each.value ~ $1`,
      [NEEDS[kind]],
    );
    for (const { id } of rows) ids.add(id);
  }
  return [...ids].toSorted();
}

export function nameOf({ name }: Pick<Table, "name">): string {
  return `public.${quote(name)}`;
}

function withColumns(table: Table): string {
  return `${nameOf(table)} (${table.columns.map(quote).join(", ")})`;
}

/** Names come from the database itself. */
function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
