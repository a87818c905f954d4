import { createHmac } from "node:crypto";

/** `encryption`: of ENCRYPTION_KEYS, seals values. `secret`: of APP_SECRET, signs and hashes. */
export type KeyKind = "encryption" | "secret";

/** One key of a ring. Its id is unique in the ring and is never used for another key. */
export interface RingKey {
  id: string;
  key: Buffer;
}

/** The id of the secret in an APP_SECRET that is one secret without an id. */
export const ONLY_SECRET_ID = "s1";
export const MIN_SECRET_LENGTH = 32;

/** A comma belongs to a secret unless an id follows. */
const NEXT_SECRET = /,\s*(?=[a-z0-9]+:)/;
const WITH_ID = /^([a-z0-9]+):(.*)$/s;

/** The keys of a valid ENCRYPTION_KEYS, 32 bytes each, newest first. */
export function encryptionRing(setting: string): RingKey[] {
  return setting.split(",").map((pair) => {
    const colon = pair.indexOf(":");
    return { id: pair.slice(0, colon), key: Buffer.from(pair.slice(colon + 1), "base64") };
  });
}

/** The secrets of an APP_SECRET, newest first: pairs of id and secret, or one secret without an id. */
export function secretRing(setting: string): RingKey[] {
  return setting.split(NEXT_SECRET).map((part) => {
    const [, id = ONLY_SECRET_ID, secret = part] = WITH_ID.exec(part) ?? [];
    return { id, key: Buffer.from(secret.trim(), "utf8") };
  });
}

/** Whether each key has an id of its own: a second key with a known id would make its values unreadable for ever. */
export function namesEachKeyOnce(ring: readonly RingKey[]): boolean {
  return new Set(ring.map(({ id }) => id)).size === ring.length;
}

/**
 * What we may print and store of a key, to tell it from others: 16 hex digits from which nobody finds the key.
 * HMAC-SHA256 over a fixed label, so that keys of different kinds never look alike.
 */
export function keyFingerprint(kind: KeyKind, { key }: RingKey): string {
  return createHmac("sha256", key).update(`key fingerprint\0${kind}`).digest("hex").slice(0, 16);
}
