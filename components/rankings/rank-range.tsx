import type { RankRange as Range } from "@/lib/rankings/stability";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** " · ranks 2–11": where a place stood in nine runs of ten, after the words of its score. */
export function RankRange({ locale, ranks }: { locale: Locale; ranks: Range | null }) {
  const t = getTranslator(locale, "rankings.stability");
  if (!ranks) return null;
  return <> · {t(ranks.usualBest === ranks.usualWorst ? "oneRank" : "ranks", { ...ranks })}</>;
}

/** The same as a sentence, with the best and worst rank of all runs. */
export function rankRangeText(locale: Locale, ranks: Range): string {
  const t = getTranslator(locale, "rankings.stability");
  if (ranks.best === ranks.worst) return t("ranksFirm", { ...ranks });
  return t(ranks.usualBest === ranks.usualWorst ? "ranksNearlyFirm" : "ranksFull", { ...ranks });
}
