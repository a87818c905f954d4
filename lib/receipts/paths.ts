import { localizedPath, type Locale } from "@/lib/shared/i18n";

/** Pages (`narrow`, `delete`), and the routes that their forms post to. */
export type ReceiptPart = "narrow" | "delete" | "withdrawal" | "narrowing" | "erasure" | "copy";

/** A receipt's English path, or that of a part of it. */
export function englishReceiptPath(token: string, part?: ReceiptPart): string {
  return part ? `/inquiry/${token}/${part}` : `/inquiry/${token}`;
}

export function receiptPath(locale: Locale, token: string, part?: ReceiptPart): string {
  return localizedPath(locale, englishReceiptPath(token, part));
}
