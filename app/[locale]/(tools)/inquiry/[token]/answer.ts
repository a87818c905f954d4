import { isLocale, localizedPath, type Locale } from "@/lib/shared/i18n";
import { receiptPath } from "@/lib/receipts/paths";
import type { ReceiptOutcome } from "@/lib/receipts/types";

/** Larger than any form of a receipt; more is not read. */
const MAX_BODY_BYTES = 16_384;

export interface ReceiptRoute {
  params: Promise<{ locale: string; token: string }>;
}

export async function receiptParams({ params }: ReceiptRoute): Promise<{ locale: Locale; token: string }> {
  const { locale, token } = await params;
  return { locale: isLocale(locale) ? locale : "en", token };
}

/** Back to the receipt, which says what came of it; without an outcome, to where a link that opens nothing leads. */
export function backToReceipt(locale: Locale, token: string, outcome: ReceiptOutcome | null): Response {
  const path = outcome ? `${receiptPath(locale, token)}?done=${outcome}` : localizedPath(locale, "/inquiry");
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}

/** The values of a sent form's field; none when what was sent is no form, or too large for one. */
export async function sentValues(request: Request, field: string): Promise<unknown[]> {
  const length = Number(request.headers.get("content-length") ?? Infinity);
  if (!(length <= MAX_BODY_BYTES)) return [];
  const form = await request.formData().catch(() => new FormData());
  return form.getAll(field);
}
