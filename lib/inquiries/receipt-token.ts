import "server-only";
import { keyedHash } from "@/lib/server/crypto";

/**
 * The token that opens a person's receipt: 256 bits, base64url, made from the inquiry's reference and our secret. So we
 * store it nowhere, and every later mail to the person can contain it.
 */
export function receiptToken(reference: string): string {
  return keyedHash("receipt token", reference);
}

/** The hash that the database keeps of it. */
export function receiptHash(token: string): string {
  return keyedHash("receipt hash", token);
}

/** Whether a text can be a token; others never reach the database. */
export function isReceiptToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
