import "server-only";
import { englishThankYouPath } from "./paths";
import { describeError, logger } from "@/lib/server/logger";
import { readOwnCookie, setOwnCookie } from "@/lib/server/own-cookies";
import { localizedPath, type Locale } from "@/lib/shared/i18n";
import { findReceiptToken, isReceiptOf } from "./queries";

const COOKIE = "receipt";
const SECONDS = 15 * 60;

/**
 * Lets the thank-you page show the link to this browser for a quarter of an hour: its own URL must not open anything,
 * because it stays in the history. No other page reads the cookie. The inquiry is kept by now: when its
 * token cannot be read, the page shows no link.
 */
export async function handOverReceipt(locale: Locale, reference: string): Promise<void> {
  const token = await findReceiptToken(reference).catch((error: unknown) => {
    logger.error("receipt.not_handed_over", { reference, ...describeError(error) });
    return null;
  });
  if (token === null) return;
  const path = localizedPath(locale, englishThankYouPath);
  await setOwnCookie(COOKIE, { value: token, path, maxAge: SECONDS, sameSite: "strict" });
}

/** Whether this browser has just sent some inquiry. */
export async function hasHandOver(): Promise<boolean> {
  return (await readOwnCookie(COOKIE)) !== undefined;
}

/** The token, when this browser has just sent the inquiry of this reference. */
export async function handedOverReceipt(reference: string): Promise<string | null> {
  const token = (await readOwnCookie(COOKIE)) ?? "";
  return (await isReceiptOf(reference, token)) ? token : null;
}
