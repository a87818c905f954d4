import type { AsOfPrecision, FactSource } from "@/lib/facts/facts";
import type { Doubt } from "@/lib/facts/doubts";
import { formatAsOf } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

export interface Sourced {
  source: FactSource | null;
  asOf: string | null;
  asOfPrecision: AsOfPrecision | null;
}

/** "contradicts itself": why an answer counts as not known. */
export function doubtText(locale: Locale, doubt: Doubt): string {
  return getTranslator(locale, "facts.doubt")(doubt);
}

/** "Federal directory (SAMHSA), 2023": who says so, and as of when. */
export function sourceText(locale: Locale, { source, asOf, asOfPrecision }: Sourced): string {
  const t = getTranslator(locale, "facts");
  if (!source) return t("noSource");
  if (!asOf || !asOfPrecision) return t(`source.${source}`);
  return t("sourceDated", { source: t(`source.${source}`), date: formatAsOf(locale, asOf, asOfPrecision) });
}
