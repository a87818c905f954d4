import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { encryptionRing, keyFingerprint, secretRing, type KeyKind } from "../../lib/server/key-ring";
import { query } from "./database";
import { Failure } from "./failure.mjs";
import { readPrivateJson, writePrivate } from "./private-files.mjs";

type Secrets = { APP_SECRET: string; ENCRYPTION_KEYS: string };

/** What a database knows of its keys: by kind and id, their fingerprints; and whether it has values that need keys. */
export interface KeysOfDatabase {
  fingerprints: { kind: KeyKind; keyId: string; fingerprint: string | null }[];
  hasSealed: boolean;
}

/**
 * This copy's secrets: those in the environment count first, then `secrets.json`. They are made once, and only for a
 * database that belongs to nobody: with new keys, everything in another one would be unreadable.
 * @param folder of everything this copy keeps
 * @param url of the database that they are for
 * @throws Failure that says what to do, when they are gone or belong to another database
 */
export async function localSecrets(folder: string, url: string): Promise<Secrets> {
  const file = path.join(folder, "secrets.json");
  const kept = readPrivateJson<Secrets>(file);
  if (!kept && existsSync(file))
    throw new Failure(
      `${file} cannot be read. Put it back as it was; or, if nothing needs its keys any more, remove it.`,
    );
  const known = await keysOf(url);
  const { APP_SECRET = kept?.APP_SECRET, ENCRYPTION_KEYS = kept?.ENCRYPTION_KEYS } = named();
  const secrets = APP_SECRET && ENCRYPTION_KEYS ? { APP_SECRET, ENCRYPTION_KEYS } : newSecrets(file, known);
  if (!fits(secrets, known)) throw new Failure(WRONG(kept ? file : "the environment"));
  return secrets;
}

/** What the environment names; empty is none. */
function named(): Partial<Secrets> {
  const { APP_SECRET, ENCRYPTION_KEYS } = process.env;
  return { ...(APP_SECRET && { APP_SECRET }), ...(ENCRYPTION_KEYS && { ENCRYPTION_KEYS }) };
}

function newSecrets(file: string, { fingerprints, hasSealed }: KeysOfDatabase): Secrets {
  if (fingerprints.length > 0 || hasSealed) throw new Failure(GONE(file));
  const made = {
    APP_SECRET: randomBytes(32).toString("hex"),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
  };
  writePrivate(file, JSON.stringify(made, null, 2));
  return { ...made, ...named() };
}

const GONE = (file: string) =>
  `${file} is missing, and this database has values that only its keys open.\n` +
  "       Put the file back, or set DATA_DIR to the folder that has it, or set APP_SECRET and ENCRYPTION_KEYS.\n" +
  "       New keys are made only for an empty database: set DATA_DIR to a new folder, or DATABASE_URL to another.";

const WRONG = (from: string) =>
  `The keys of ${from} do not fit this database: it was used with others.\n` +
  "       Put the secrets.json of this database back, or set DATA_DIR to the folder that has it, or set APP_SECRET and\n" +
  "       ENCRYPTION_KEYS to its keys. Or use another database: leave DATABASE_URL empty, or set it to an empty one.";

/** Of each kind no id is another key's, and at least one key is known, if any is: the site itself looks closer. */
function fits({ APP_SECRET, ENCRYPTION_KEYS }: Secrets, { fingerprints }: KeysOfDatabase): boolean {
  const rings = { encryption: encryptionRing(ENCRYPTION_KEYS), secret: secretRing(APP_SECRET) };
  return (["encryption", "secret"] as const).every((kind) => {
    const known = fingerprints.filter((each) => each.kind === kind && each.fingerprint !== null);
    const ours = new Map(rings[kind].map((key) => [key.id, keyFingerprint(kind, key)]));
    const shared = known.filter(({ keyId }) => ours.has(keyId));
    return (
      known.length === 0 || (shared.length > 0 && shared.every((each) => ours.get(each.keyId) === each.fingerprint))
    );
  });
}

/** Asked before the tables are made, too: then there is nothing. */
function keysOf(url: string): Promise<KeysOfDatabase> {
  return query(url, async (client) => {
    const { rows } = await client.query<{ known: boolean }>(
      `SELECT to_regclass('public."KeyFingerprint"') IS NOT NULL AS known`,
    );
    const recorded = rows[0]?.known
      ? await client.query<KeysOfDatabase["fingerprints"][number]>(
          'SELECT "kind"::text AS kind, "keyId", "fingerprint" FROM "KeyFingerprint"',
        )
      : { rows: [] };
    return { fingerprints: recorded.rows, hasSealed: recorded.rows.length === 0 && (await hasSealed(client)) };
  });
}

/** Wherever an envelope stands: for a database that is older than its records of keys. */
async function hasSealed(client: Parameters<Parameters<typeof query>[1]>[0]): Promise<boolean> {
  const { rows } = await client.query<{ cell: string }>(
    `SELECT format('EXISTS (SELECT FROM %I WHERE %I ~ $1)', table_name, column_name) AS cell
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'text'`,
  );
  if (rows.length === 0) return false;
  const found = await client.query<{ any: boolean }>(`SELECT ${rows.map(({ cell }) => cell).join(" OR ")} AS any`, [
    String.raw`^v1\.[a-z0-9]+\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$`,
  ]);
  return found.rows[0]?.any ?? false;
}
