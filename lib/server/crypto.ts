import "server-only";
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env";
import { encryptionRing, type RingKey } from "./key-ring";
import { formerKeys, purposeKeys, type Purpose } from "./purpose-keys";

/** The cell of an encrypted value. It can be decrypted in no other cell, so nobody can swap values between rows. */
export interface Cell {
  model: string;
  column: string;
  /** The row's id. */
  row: string;
}

const ALGORITHM = "aes-256-gcm";
const FORMAT = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Thrown when a value was altered, moved, or encrypted with a key that is no longer in the ring. Says nothing of it.
 */
export class Undecipherable extends Error {
  override name = "Undecipherable";
}

/** Encrypts with the newest key. The result ("envelope") is `v1.<key id>.<nonce>.<ciphertext and tag>`, base64url. */
export function encrypt(plaintext: string, cell: Cell): string {
  return encryptWith(keyRing()[0]!, plaintext, cell);
}

/** The same with a key of choice. */
export function encryptWith({ id, key }: RingKey, plaintext: string, cell: Cell): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associatedData(id, cell));
  const body = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [FORMAT, id, nonce.toString("base64url"), body.toString("base64url")].join(".");
}

/** @throws Undecipherable */
export function decrypt(envelope: string, cell: Cell): string {
  const [format, id = "", nonce = "", body = ""] = envelope.split(".");
  const key = keyRing().find((known) => known.id === id)?.key;
  const bytes = Buffer.from(body, "base64url");
  if (format !== FORMAT || !key || bytes.length < TAG_BYTES) throw new Undecipherable("Unknown format or key");
  try {
    const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(nonce, "base64url"), { authTagLength: TAG_BYTES });
    decipher.setAAD(associatedData(id, cell));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    throw new Undecipherable("The value was altered or belongs to another cell");
  }
}

/** What `read` decrypts; null when no key of the ring opens it. */
export function openOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Undecipherable) return null;
    throw error;
  }
}

/** The start of every envelope that was made with the newest key. */
export function newestPrefix(): string {
  return envelopePrefix(keyRing()[0]!.id);
}

/** The id of the key that an envelope was made with. */
export function keyOfEnvelope(envelope: string): string {
  return envelope.split(".")[1] ?? "";
}

/** The start of every envelope that was made with a key. */
export function envelopePrefix(keyId: string): string {
  return `${FORMAT}.${keyId}.`;
}

/**
 * A keyed hash of a value as it is stored, `<secret's id>.<base64url>`. Equal values have equal hashes, and without our
 * secret nobody can guess a value from its hash. Hashes with one label say nothing about those with another.
 */
export function keyedHash(label: string, value: string, purpose: Purpose = "lookup"): string {
  const [newest] = purposeKeys(purpose);
  return `${newest!.id}.${macOf(newest!, label, value)}`;
}

/**
 * Every form in which the hash of a value can be stored, the newest first: made with each secret of the ring, and as
 * former versions made it. What was stored before a rotation is found by them.
 */
export function keyedHashes(label: string, value: string): string[] {
  return [...keyedHashesFor("lookup", label, value), ...formerHashes(label, value)];
}

/** The hashes of a value for one purpose, one by each secret of the ring, newest first. */
export function keyedHashesFor(purpose: Purpose, label: string, value: string): string[] {
  return purposeKeys(purpose).map((key) => `${key.id}.${macOf(key, label, value)}`);
}

/** The hashes of a value as former versions made them, base64url: one for each secret of the ring, newest first. */
export function formerHashes(label: string, value: string): string[] {
  return formerKeys().map((key) => macOf(key, label, value));
}

/** The start of every hash that was made with the newest secret. */
export function newestHashPrefix(): string {
  return `${purposeKeys("lookup")[0]!.id}.`;
}

/** A hash of a value by one key, base64url. */
function macOf({ key }: RingKey, label: string, value: string): string {
  return createHmac("sha256", key).update(`${label}\0${value}`).digest("base64url");
}

/** What `sign` made, read. */
export interface Signed {
  value: string;
  /** A keyed hash by the secret that signed it, base64url: the same for as long as we can read what was signed. */
  hash: (label: string, value: string) => string;
}

/** Signs a value that the browser keeps for us and cannot change. The browser can read it, so it is never a secret. */
export function sign(label: string, value: string): string {
  const encoded = Buffer.from(value, "utf8").toString("base64url");
  return `${encoded}.${macOf(purposeKeys("forms")[0]!, `signed ${label}`, encoded)}`;
}

/**
 * What `sign` made, with any secret of the ring, or as former versions did; null when it is not ours or has another
 * label.
 */
export function readSigned(label: string, signed: string): Signed | null {
  const [encoded = "", signature = ""] = signed.split(".");
  const given = Buffer.from(signature);
  const key = [...purposeKeys("forms"), ...formerKeys()].find((candidate) => {
    const expected = Buffer.from(macOf(candidate, `signed ${label}`, encoded));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!key) return null;
  return {
    value: Buffer.from(encoded, "base64url").toString("utf8"),
    hash: (other, value) => macOf(key, other, value),
  };
}

function keyRing(): RingKey[] {
  return encryptionRing(env().ENCRYPTION_KEYS);
}

function associatedData(keyId: string, { model, column, row }: Cell): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, keyId, model, column, row]));
}
