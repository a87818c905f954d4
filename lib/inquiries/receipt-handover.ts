import "server-only";
import { cookies } from "next/headers";
import { englishThankYouPath } from "./paths";
import { siteUrl } from "@/lib/server/env";
import { localizedPath, type Locale } from "@/lib/shared/i18n";
import { receiptToken } from "./receipt-token";

const COOKIE = "receipt";
const SECONDS = 15 * 60;

/**
 * Lets the thank-you page show the link to this browser for a quarter of an hour: its own URL must not open anything,
 * because it stays in the history. The browser sends the cookie to no other page.
 */
export async function handOverReceipt(locale: Locale, reference: string): Promise<void> {
  (await cookies()).set(COOKIE, receiptToken(reference), {
    path: localizedPath(locale, englishThankYouPath),
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: "strict",
    secure: siteUrl().startsWith("https:"),
  });
}

/** The token, when this browser has just sent the inquiry of this reference. */
export async function handedOverReceipt(reference: string): Promise<string | null> {
  const token = receiptToken(reference);
  return (await cookies()).get(COOKIE)?.value === token ? token : null;
}
