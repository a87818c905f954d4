import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { formerHashes } from "@/lib/server/crypto";

const TOKEN_BYTES = 32;
/** How a hash of ours begins; that of a former version has no beginning. */
export const RECEIPT_HASH_PREFIX = "sha256.";

/** A token that opens a person's receipt: 256 random bits, base64url. */
export function newReceiptToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** The hash that the database keeps of it. Nobody can guess 256 random bits, so it needs no key. */
export function receiptHash(token: string): string {
  return RECEIPT_HASH_PREFIX + createHash("sha256").update(`receipt\0${token}`).digest("base64url");
}

/** Every form in which the hash of a token can be stored: as now, and as former versions made it with each secret. */
export function receiptHashes(token: string): string[] {
  return [receiptHash(token), ...formerHashes("receipt hash", token)];
}

/** Former versions made the token from the inquiry's reference and the secret. Null when no secret of the ring did. */
export function formerReceiptToken(reference: string, hash: string | null): string | null {
  const tokens = formerHashes("receipt token", reference);
  return tokens.find((token, at) => formerHashes("receipt hash", token)[at] === hash) ?? null;
}

/** Whether a text can be a token; others never reach the database. */
export function isReceiptToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
