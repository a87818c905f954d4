import "server-only";
import { keyedHash } from "@/lib/server/crypto";

/**
 * What opens a person's receipt: 256 bits, base64url, made from the inquiry's reference under our secret. So it is kept
 * nowhere, and every later mail to the person can carry it.
 */
export function receiptToken(reference: string): string {
  return keyedHash("receipt token", reference);
}

/** What the database keeps of it. */
export function receiptHash(token: string): string {
  return keyedHash("receipt hash", token);
}

/** Whether it can be one at all; what cannot never reaches the database. */
export function isReceiptToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
