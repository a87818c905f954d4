import "server-only";
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env";

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
  const [id, key] = keyRing()[0]!;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associatedData(id, cell));
  const body = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [FORMAT, id, nonce.toString("base64url"), body.toString("base64url")].join(".");
}

/** @throws Undecipherable */
export function decrypt(envelope: string, cell: Cell): string {
  const [format, id = "", nonce = "", body = ""] = envelope.split(".");
  const key = keyRing().find(([known]) => known === id)?.[1];
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

/** The start of every envelope that was made with the newest key. */
export function newestPrefix(): string {
  return `${FORMAT}.${keyRing()[0]![0]}.`;
}

/**
 * A keyed hash of a value, base64url. Equal values have equal hashes, and without our secret nobody can guess a value
 * from its hash. Hashes for one purpose say nothing about those for another.
 */
export function keyedHash(purpose: string, value: string): string {
  return createHmac("sha256", env().APP_SECRET).update(`${purpose}\0${value}`).digest("base64url");
}

/** Signs a value that the browser keeps for us and cannot change. The browser can read it, so it is never a secret. */
export function sign(purpose: string, value: string): string {
  const encoded = Buffer.from(value, "utf8").toString("base64url");
  return `${encoded}.${keyedHash(`signed ${purpose}`, encoded)}`;
}

/** The value of `sign`, or null when it is not ours or was made for another purpose. */
export function readSigned(purpose: string, signed: string): string | null {
  const [encoded = "", signature = ""] = signed.split(".");
  const expected = Buffer.from(keyedHash(`signed ${purpose}`, encoded));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Buffer.from(encoded, "base64url").toString("utf8");
}

/** [id, 32 bytes], newest first. */
function keyRing(): [string, Buffer][] {
  return env()
    .ENCRYPTION_KEYS.split(",")
    .map((pair) => {
      const colon = pair.indexOf(":");
      return [pair.slice(0, colon), Buffer.from(pair.slice(colon + 1), "base64")];
    });
}

function associatedData(keyId: string, { model, column, row }: Cell): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, keyId, model, column, row]));
}
