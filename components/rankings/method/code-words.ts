import { attributeLabel } from "@/lib/facts/attribute-labels";
import type { Locale } from "@/lib/shared/i18n";

/** "Methadone [MU]; Buprenorphine [BU]": the words, and the code they stand for in the public file. */
export function codeWords(locale: Locale, codes: readonly string[]): string {
  return codes.map((code) => `${attributeLabel(locale, code)} [${code}]`).join("; ");
}
