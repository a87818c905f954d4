import "server-only";
import type pg from "pg";
import { listTables, nameOf, type Sequence } from "./table-copy";

/** A foreign key that was taken off, and the statement that puts it back. */
type Key = { table: string; name: string; definition: string };

/**
 * Empties the tables, takes off what would check or answer each row, has them filled, and puts it back on: a foreign key
 * that the rows do not fulfil is refused then. Works in the transaction of the caller, as the tables' owner.
 */
export async function fillTables(client: pg.Client, fill: () => Promise<void>): Promise<void> {
  const names = (await listTables(client)).map(nameOf);
  const keys = await foreignKeys(client);
  for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  // Only the rules of ours: an owner may switch them off, whoever they are.
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(", ")}`);
  await fill();
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  if (names.length > 0) await client.query(`ANALYZE ${names.join(", ")}`);
}

async function foreignKeys(client: pg.Client): Promise<Key[]> {
  const { rows } = await client.query<Key>(
    `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
     ORDER BY conname`,
  );
  return rows;
}

export async function setSequences(client: pg.Client, sequences: Sequence[]): Promise<void> {
  for (const { name, lastValue, isCalled } of sequences)
    await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [nameOf({ name }), lastValue, isCalled]);
}
