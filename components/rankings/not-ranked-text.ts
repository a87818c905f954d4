import type { NotRankedReason } from "@/lib/facts/not-ranked";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** "Has not answered the survey that we rank by"; of a place that the newest edition does not know, that. */
export function reasonText(locale: Locale, reason: NotRankedReason | null): string {
  const t = getTranslator(locale, "rankings");
  return reason ? t(`excluded.reasons.${reason}.title`) : t("standing.notYet");
}

/** "Not ranked: License ended". */
export function notRankedText(locale: Locale, reason: NotRankedReason | null): string {
  return getTranslator(locale, "rankings.standing")("notRankedFor", { reason: reasonText(locale, reason) });
}
