import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { encryptionRing, keyFingerprint, secretRing, type KeyKind } from "../../lib/server/key-ring";
import { query } from "./database";
import { Failure } from "./failure.mjs";
import { readPrivateJson, writePrivate } from "./private-files.mjs";

type Secrets = { APP_SECRET: string; ENCRYPTION_KEYS: string };

type Recorded = { kind: KeyKind; keyId: string; fingerprint: string | null };

/**
 * This copy's secrets: those in the environment count first, then `secrets.json`. They are made once, and only for a
 * database that belongs to nobody: with new keys, everything in another one would be unreadable.
 * @param folder of everything this copy keeps
 * @param url of the database that they are for
 * @param options.mayMake false where only those of a former database are of use
 * @throws Failure that says what to do, when they are gone or belong to another database
 */
export async function localSecrets(folder: string, url: string, { mayMake = true } = {}): Promise<Secrets> {
  const file = path.join(folder, "secrets.json");
  const kept = readPrivateJson<Secrets>(file);
  if (!kept && existsSync(file))
    throw new Failure(
      `${file} cannot be read. Put it back as it was; or, if nothing needs its keys any more, remove it.`,
    );
  const recorded = await query(url, recordedKeys);
  const { APP_SECRET = kept?.APP_SECRET, ENCRYPTION_KEYS = kept?.ENCRYPTION_KEYS } = named();
  const isThere = APP_SECRET && ENCRYPTION_KEYS;
  if (!isThere && !mayMake) throw new Failure(NONE(file));
  const secrets = isThere ? { APP_SECRET, ENCRYPTION_KEYS } : await newSecrets(file, url);
  if (!fits(secrets, recorded)) throw new Failure(WRONG(kept ? file : "the environment"));
  return secrets;
}

/** What the environment names; empty is none. */
function named(): Partial<Secrets> {
  const { APP_SECRET, ENCRYPTION_KEYS } = process.env;
  return { ...(APP_SECRET && { APP_SECRET }), ...(ENCRYPTION_KEYS && { ENCRYPTION_KEYS }) };
}

async function newSecrets(file: string, url: string): Promise<Secrets> {
  if (await query(url, belongsToSomebody)) throw new Failure(GONE(file));
  // No two houses have keys by one id: a backup of the other would take these for its own.
  const id = randomBytes(4).toString("hex");
  const made = {
    APP_SECRET: `s${id}:${randomBytes(32).toString("hex")}`,
    ENCRYPTION_KEYS: `k${id}:${randomBytes(32).toString("base64")}`,
  };
  writePrivate(file, JSON.stringify(made, null, 2));
  return { ...made, ...named() };
}

const NONE = (file: string) =>
  `There are no keys here: there is no ${file}, and APP_SECRET and ENCRYPTION_KEYS are not set.\n` +
  "       Copy the secrets.json of the house that made the backup there first, or set its keys (.env).";

const GONE = (file: string) =>
  `${file} is missing, and this database was used with its keys.\n` +
  "       Put the file back, or set DATA_DIR to the folder that has it, or set APP_SECRET and ENCRYPTION_KEYS.\n" +
  "       New keys are made only for an empty database: set DATA_DIR to a new folder, or DATABASE_URL to another.";

const WRONG = (from: string) =>
  `The keys of ${from} do not fit this database: it was used with others.\n` +
  "       Put the secrets.json of this database back, or set DATA_DIR to the folder that has it, or set APP_SECRET and\n" +
  "       ENCRYPTION_KEYS to its keys. Or use another database: leave DATABASE_URL empty, or set it to an empty one.";

/** Of each kind no id is another key's, and at least one key is known, if any is: the site itself looks closer. */
function fits({ APP_SECRET, ENCRYPTION_KEYS }: Secrets, recorded: Recorded[]): boolean {
  const rings = { encryption: encryptionRing(ENCRYPTION_KEYS), secret: secretRing(APP_SECRET) };
  return (["encryption", "secret"] as const).every((kind) => {
    const known = recorded.filter((each) => each.kind === kind && each.fingerprint !== null);
    const ours = new Map(rings[kind].map((key) => [key.id, keyFingerprint(kind, key)]));
    const shared = known.filter(({ keyId }) => ours.has(keyId));
    return (
      known.length === 0 || (shared.length > 0 && shared.every((each) => ours.get(each.keyId) === each.fingerprint))
    );
  });
}

type Client = Parameters<Parameters<typeof query>[1]>[0];

/** Asked before the tables are made, too: then there is nothing. */
async function recordedKeys(client: Client): Promise<Recorded[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('public."KeyFingerprint"') IS NOT NULL AS exists`,
  );
  if (!rows[0]?.exists) return [];
  return (await client.query<Recorded>(`SELECT "kind"::text AS kind, "keyId", "fingerprint" FROM "KeyFingerprint"`))
    .rows;
}

async function belongsToSomebody(client: Client): Promise<boolean> {
  return (await recordedKeys(client)).length > 0 || (await hasSealed(client));
}

/** Wherever an envelope stands: a database may be older than its records of keys. */
async function hasSealed(client: Client): Promise<boolean> {
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
