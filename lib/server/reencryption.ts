import "server-only";
import { decrypt, encrypt, keyOfEnvelope, newestPrefix, Undecipherable } from "./crypto";
import { db } from "./db";

/** A table with encrypted columns: each has envelopes or NULL, bound to the model, the column and the row's `id`. */
export interface SealedTable {
  model: string;
  columns: readonly string[];
}

export interface Reencryption {
  model: string;
  /** Values that were encrypted again with the newest key. */
  sealed: number;
  /** Ids of rows with a value that no key of the ring can decrypt, and whose key is not lost; they stay as they are. */
  unreadable: string[];
  /** How many envelopes still need each key, by key id. An old key that is not in this list may be removed. */
  keysInUse: Record<string, number>;
}

const BATCH = 200;

type Row = { id: string } & Record<string, string | null>;

/**
 * Encrypts again with the newest key everything that older keys encrypted. You may stop it at any moment and run it
 * again, also while the site runs: a value that somebody changes or erases meanwhile stays as they left it.
 * @param lost ids of keys that are lost for good: what they encrypted is passed over
 */
export async function reencrypt(
  { model, columns }: SealedTable,
  lost: ReadonlySet<string> = new Set(),
): Promise<Reencryption> {
  const unreadable: string[] = [];
  let sealed = 0;
  for (let after = ""; ;) {
    const rows = await staleRows(model, columns, after);
    for (const row of rows) {
      const done = await sealAnew(model, columns, row, lost);
      if (done === null) unreadable.push(row.id);
      else sealed += done;
    }
    if (rows.length < BATCH) break;
    after = rows.at(-1)!.id;
  }
  return { model, sealed, unreadable, keysInUse: await keysInUse({ model, columns }) };
}

function staleRows(model: string, columns: readonly string[], after: string): Promise<Row[]> {
  const stale = columns.map((column) => `NOT starts_with(${quote(column)}, $1)`).join(" OR ");
  const list = columns.map(quote).join(", ");
  return db.$queryRawUnsafe<Row[]>(
    `SELECT id::text, ${list} FROM ${quote(model)} WHERE (${stale}) AND id::text > $2 ORDER BY id::text LIMIT ${BATCH}`,
    newestPrefix(),
    after,
  );
}

/** How many values of the row were encrypted again; null when one of them cannot be decrypted. */
async function sealAnew(
  model: string,
  columns: readonly string[],
  { id, ...row }: Row,
  lost: ReadonlySet<string>,
): Promise<number | null> {
  let sealed = 0;
  let isReadable = true;
  for (const column of columns) {
    const envelope = row[column];
    if (!envelope || envelope.startsWith(newestPrefix()) || lost.has(keyOfEnvelope(envelope))) continue;
    try {
      const place = { model, column, row: id };
      const renewed = encrypt(decrypt(envelope, place), place);
      sealed += await db.$executeRawUnsafe(
        `UPDATE ${quote(model)} SET ${quote(column)} = $1 WHERE id::text = $2 AND ${quote(column)} = $3`,
        renewed,
        id,
        envelope,
      );
    } catch (error) {
      if (!(error instanceof Undecipherable)) throw error;
      isReadable = false;
    }
  }
  return isReadable ? sealed : null;
}

/** How many envelopes there are of each key, by key id. */
export async function keysInUse({ model, columns }: SealedTable): Promise<Record<string, number>> {
  const values = columns
    .map((column) => `SELECT ${quote(column)} AS envelope FROM ${quote(model)}`)
    .join(" UNION ALL ");
  const rows = await db.$queryRawUnsafe<{ key: string; count: bigint }[]>(
    `SELECT split_part(envelope, '.', 2) AS key, count(*) AS count FROM (${values}) AS sealed
     WHERE envelope IS NOT NULL GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ key, count }) => [key, Number(count)]));
}

/** Names come from our own lists, and are quoted nevertheless. */
function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
