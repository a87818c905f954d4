import "server-only";
import { cookies } from "next/headers";
import { englishThankYouPath } from "./paths";
import { siteUrl } from "@/lib/server/env";
import { describeError, logger } from "@/lib/server/logger";
import { localizedPath, type Locale } from "@/lib/shared/i18n";
import { findReceiptToken, isReceiptOf } from "./queries";

const COOKIE = "receipt";
const SECONDS = 15 * 60;

/**
 * Lets the thank-you page show the link to this browser for a quarter of an hour: its own URL must not open anything,
 * because it stays in the history. The browser sends the cookie to no other page. The inquiry is kept by now: when its
 * token cannot be read, the page shows no link.
 */
export async function handOverReceipt(locale: Locale, reference: string): Promise<void> {
  const token = await findReceiptToken(reference).catch((error: unknown) => {
    logger.error("receipt.not_handed_over", { reference, ...describeError(error) });
    return null;
  });
  if (token === null) return;
  (await cookies()).set(COOKIE, token, {
    path: localizedPath(locale, englishThankYouPath),
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: "strict",
    secure: siteUrl().startsWith("https:"),
  });
}

/** Whether this browser has just sent some inquiry. */
export async function hasHandOver(): Promise<boolean> {
  return (await cookies()).get(COOKIE) !== undefined;
}

/** The token, when this browser has just sent the inquiry of this reference. */
export async function handedOverReceipt(reference: string): Promise<string | null> {
  const token = (await cookies()).get(COOKIE)?.value ?? "";
  return (await isReceiptOf(reference, token)) ? token : null;
}
