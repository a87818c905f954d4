import { redirect } from "next/navigation";
import { openReceipt } from "@/lib/receipts/access";
import type { ReceiptLookup } from "@/lib/receipts/types";
import { localizedPath, type Locale } from "@/lib/shared/i18n";

/** What a token opens. When it opens nothing, redirects to a page that says so, whose URL no longer has the token. */
export async function receiptOf(
  locale: Locale,
  token: string,
): Promise<Exclude<ReceiptLookup, { state: "unknown" | "expired" }>> {
  const found = await openReceipt(token);
  if (found.state === "unknown") redirect(localizedPath(locale, "/inquiry"));
  if (found.state === "expired") redirect(localizedPath(locale, "/inquiry/expired"));
  return found;
}
