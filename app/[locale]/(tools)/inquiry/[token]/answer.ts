import { isLocale, localizedPath, type Locale } from "@/lib/shared/i18n";
import { receiptPath } from "@/lib/receipts/paths";
import type { ReceiptOutcome } from "@/lib/receipts/types";

/** Larger than every form of a receipt; we read no more. */
const MAX_BODY_BYTES = 16_384;

export interface ReceiptRoute {
  params: Promise<{ locale: string; token: string }>;
}

export async function receiptParams({ params }: ReceiptRoute): Promise<{ locale: Locale; token: string }> {
  const { locale, token } = await params;
  return { locale: isLocale(locale) ? locale : "en", token };
}

/** Redirects to the receipt, which shows the outcome; without an outcome, to the page for links that open nothing. */
export function backToReceipt(locale: Locale, token: string, outcome: ReceiptOutcome | null): Response {
  const path = outcome ? `${receiptPath(locale, token)}?done=${outcome}` : localizedPath(locale, "/inquiry");
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}

/** The values of a field of the sent form; none when the body is no form, or too large for one. */
export async function sentValues(request: Request, field: string): Promise<unknown[]> {
  const length = Number(request.headers.get("content-length") ?? Infinity);
  if (!(length <= MAX_BODY_BYTES)) return [];
  const form = await request.formData().catch(() => new FormData());
  return form.getAll(field);
}
