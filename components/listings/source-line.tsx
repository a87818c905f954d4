import type { AsOfPrecision, FactSource } from "@/lib/facts/facts";
import { formatAsOf } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

export interface Sourced {
  source: FactSource | null;
  asOf: string | null;
  asOfPrecision: AsOfPrecision | null;
}

/** "Federal directory (SAMHSA), 2023": who says so, and as of when. */
export function sourceText(locale: Locale, { source, asOf, asOfPrecision }: Sourced): string {
  const t = getTranslator(locale, "facts");
  if (!source) return t("noSource");
  if (!asOf || !asOfPrecision) return t(`source.${source}`);
  return t("sourceDated", { source: t(`source.${source}`), date: formatAsOf(locale, asOf, asOfPrecision) });
}
