import "server-only";
import { hkdfSync } from "node:crypto";
import { env } from "./env";
import { secretRing, type RingKey } from "./key-ring";

/**
 * What the keys of APP_SECRET are for. Each purpose has keys of its own, so that what one of them makes says nothing
 * about the others. A receipt's token is random, and its hash needs no key.
 */
export type Purpose =
  /** Sign the cookies of staff. */
  | "sessions"
  /** Sign what a browser keeps for us: the identities of forms, and that it has just sent one. */
  | "forms"
  /** Hash what we look up without knowing it: contacts, the same words sent twice, rate limits. */
  | "lookup"
  /** The journal beside backups. */
  | "journal";

const DERIVED_BYTES = 32;
const SALT = "best heroin rehab";

const derived = new Map<string, RingKey[]>();

/** The keys of a purpose, 32 bytes each, newest first: HKDF-SHA256 of each secret, with the purpose as its info. */
export function purposeKeys(purpose: Purpose): RingKey[] {
  const setting = env().APP_SECRET;
  const name = `${purpose} ${setting}`;
  const known = derived.get(name);
  if (known) return known;
  const keys = secretRing(setting).map(({ id, key }) => ({
    id,
    key: Buffer.from(hkdfSync("sha256", key, SALT, purpose, DERIVED_BYTES)),
  }));
  derived.set(name, keys);
  return keys;
}

/**
 * The secrets themselves, newest first: former versions of this software used the one they had for every purpose. Only
 * to read what they made.
 */
export function formerKeys(): RingKey[] {
  return secretRing(env().APP_SECRET);
}
