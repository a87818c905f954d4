import "server-only";
import { readSigned, sign } from "@/lib/server/crypto";
import { readOwnCookie, setOwnCookie } from "@/lib/server/own-cookies";
import { localizedPath, type Locale } from "@/lib/shared/i18n";
import { englishThankYouPath } from "./paths";
import type { SentReference } from "./types";

const HAND_OVER = "sent inquiry";
const SECONDS = 15 * 60;

/**
 * Lets the thank-you page recognise this browser for a quarter of an hour: its own URL must not open anything, because
 * it stays in the history. No other page reads the cookie. It is signed and asks no database, which may have been killed
 * since the inquiry was kept. Each inquiry has a cookie of its own, so that two windows do not take it from each other.
 */
export async function handOverReceipt(locale: Locale, { reference, isOwn }: SentReference): Promise<void> {
  const opensReceipt = isOwn || (await readHandOver(reference))?.opensReceipt === true;
  const value = sign(HAND_OVER, JSON.stringify([reference, opensReceipt, Date.now()]));
  const path = localizedPath(locale, englishThankYouPath);
  await setOwnCookie(cookieOf(reference), { value, path, maxAge: SECONDS, sameSite: "strict" });
}

/** Null when this browser has not just sent the inquiry of this reference, or something with the same words. */
export async function readHandOver(reference: string): Promise<{ opensReceipt: boolean } | null> {
  const signed = readSigned(HAND_OVER, (await readOwnCookie(cookieOf(reference))) ?? "");
  if (signed === null) return null;
  const [of, opensReceipt, sentAt] = JSON.parse(signed.value) as [string, boolean, number];
  return of === reference && Date.now() - sentAt < SECONDS * 1000 ? { opensReceipt } : null;
}

const cookieOf = (reference: string) => `sent-${reference}`;
