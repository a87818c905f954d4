import type { Client } from "pg";
import { readRecordedKeys, type RecordedKey } from "../../lib/server/recorded-keys";

/** What a database tells of the keys that it was used with. */
export interface KnownKeys {
  recorded: RecordedKey[];
  /** Ids of the keys that sealed its values, when it is older than its records of keys. */
  older: string[];
}

/** Asked before the tables are made, too: then there is nothing. */
export async function readKnownKeys(client: Client): Promise<KnownKeys> {
  const recorded = await readRecordedKeys(client);
  return { recorded, older: recorded.length === 0 ? await sealedWith(client) : [] };
}

/** With new keys, everything in it would be unreadable. */
export function belongsToSomebody({ recorded, older }: KnownKeys): boolean {
  return recorded.length > 0 || older.length > 0;
}

/** The ids of the keys that sealed a value, wherever it stands; a key's canary is none. */
export async function sealedWith(client: Client): Promise<string[]> {
  const { rows: cells } = await client.query<{ cell: string }>(
    `SELECT format('SELECT split_part(%1$I, ''.'', 2) AS id FROM %2$I WHERE %1$I ~ $1', column_name, table_name) AS cell
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'text'
       AND table_name <> 'KeyFingerprint'`,
  );
  if (cells.length === 0) return [];
  const { rows } = await client.query<{ id: string }>(`${cells.map(({ cell }) => cell).join(" UNION ")} ORDER BY id`, [
    String.raw`^v1\.[a-z0-9]+\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$`,
  ]);
  return rows.map(({ id }) => id);
}
