import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { encryptionRing, secretRing, type KeyKind, type RingKey } from "../../lib/server/key-ring";
import { compareRing } from "../../lib/server/recorded-keys";
import { query } from "./database";
import { Failure } from "./failure.mjs";
import { belongsToSomebody, readKnownKeys, type KnownKeys } from "./known-keys";
import { misfitWords, type Misfit } from "./misfit-words";
import { withoutRetired } from "./needed-keys";
import { readPrivateJson, writePrivate } from "./private-files.mjs";

export type Secrets = { APP_SECRET: string; ENCRYPTION_KEYS: string };

/** The setting of each kind of key, and how its ring is read. */
export const KINDS = {
  encryption: { setting: "ENCRYPTION_KEYS", ringOf: encryptionRing },
  secret: { setting: "APP_SECRET", ringOf: secretRing },
} as const satisfies Record<KeyKind, { setting: keyof Secrets; ringOf: (text: string) => RingKey[] }>;
const kinds = ["encryption", "secret"] as const;

/** Where a folder keeps its secrets. */
export function secretsFile(folder: string): string {
  return path.join(folder, "secrets.json");
}

/**
 * This copy's secrets: those in the environment count first, then `secrets.json`. They are made once, and only for a
 * database that belongs to nobody: with new keys, everything in another one would be unreadable.
 * @param folder of everything this copy keeps
 * @param url of the database that they are for
 * @throws Failure that says what to do, when they are gone or belong to another database
 */
export async function localSecrets(folder: string, url: string): Promise<Secrets> {
  const there = presentSecrets(folder);
  const known = await query(url, readKnownKeys);
  const needed = () => query(url, (client) => withoutRetired(client, known, folder));
  if (!isWhole(there) && !belongsToSomebody(known)) return makeLacking(folder, there);
  if (!isWhole(there) || findMisfits(there, known).length > 0)
    throw misfitFailure(folder, there, known, await needed());
  return there;
}

/**
 * The secrets as they are, whether they fit or not.
 * @throws Failure when the file is there and cannot be read
 */
export function presentSecrets(folder: string): Partial<Secrets> {
  const file = secretsFile(folder);
  const kept = readPrivateJson<Partial<Secrets>>(file);
  if (!kept && existsSync(file))
    throw new Failure(
      `${file} cannot be read. Put it back as it was; or, if that is lost for good, move it away and start again.`,
    );
  return { ...kept, ...named() };
}

/** What the environment names; empty is none. */
function named(): Partial<Secrets> {
  const { APP_SECRET, ENCRYPTION_KEYS } = process.env;
  return { ...(APP_SECRET && { APP_SECRET }), ...(ENCRYPTION_KEYS && { ENCRYPTION_KEYS }) };
}

/** The settings of keys that count before those of the file. */
export function namedOutside(): string[] {
  return Object.keys(named());
}

export function isWhole(secrets: Partial<Secrets>): secrets is Secrets {
  return Boolean(secrets.APP_SECRET && secrets.ENCRYPTION_KEYS);
}

/** Makes what is not there, and keeps it beside what the file has. */
export function makeLacking(folder: string, there: Partial<Secrets>): Secrets {
  const file = secretsFile(folder);
  // No two houses have keys by one id: a backup of the other would take these for its own.
  const id = randomBytes(4).toString("hex");
  const {
    APP_SECRET = `s${id}:${randomBytes(32).toString("hex")}`,
    ENCRYPTION_KEYS = `k${id}:${randomBytes(32).toString("base64")}`,
  } = there;
  const made = { ...(!there.APP_SECRET && { APP_SECRET }), ...(!there.ENCRYPTION_KEYS && { ENCRYPTION_KEYS }) };
  writePrivate(file, JSON.stringify({ ...readPrivateJson<object>(file), ...made }, null, 2));
  return { APP_SECRET, ENCRYPTION_KEYS };
}

/** What is wrong with the secrets, and how to go on. @param needed those of the known keys that something needs */
export function misfitFailure(folder: string, there: Partial<Secrets>, known: KnownKeys, needed: KnownKeys): Failure {
  return new Failure(
    misfitWords(findMisfits(there, known, needed), { file: secretsFile(folder), isOwn: !process.env.DATABASE_URL }),
  );
}

/** Of each kind no id is another key's, and at least one key is known, if any is: the site itself looks closer. */
function findMisfits(there: Partial<Secrets>, known: KnownKeys, needed = known): Misfit[] {
  return kinds.flatMap((kind): Misfit[] => {
    const { setting, ringOf } = KINDS[kind];
    const text = there[setting];
    const { wrong, absent, isStrange } = compareRing(kind, text ? ringOf(text) : [], known.recorded);
    if (!text) return [{ setting, trouble: "none", ids: [], lost: everyId(kind, needed), from: null }];
    const from = named()[setting] ? "environment" : "file";
    const ofNeeded = new Set(everyId(kind, needed));
    const lost = isStrange ? absent.filter((id) => ofNeeded.has(id)) : [];
    if (wrong.length > 0) return [{ setting, trouble: "wrong", ids: wrong, lost: [...wrong, ...lost], from }];
    return isStrange ? [{ setting, trouble: "strange", ids: ringOf(text).map(({ id }) => id), lost, from }] : [];
  });
}

/** The ids of a kind that nobody has said to be lost yet; when all are, all of them. */
export function everyId(kind: KeyKind, { recorded, older }: KnownKeys): string[] {
  const ofKind = recorded.filter((each) => each.kind === kind);
  const living = ofKind.filter(({ isLost }) => !isLost);
  const ids = (living.length > 0 ? living : ofKind).map(({ keyId }) => keyId);
  return kind === "encryption" ? [...ids, ...older] : ids;
}
