import { reasonText } from "@/components/rankings/not-ranked-text";
import type { SearchHit } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface HitStandingProps {
  locale: Locale;
  hit: Pick<SearchHit, "rank" | "band" | "notRankedFor">;
}

/** Where a place stands in the newest edition, or in one reason why it does not stand there. */
export function HitStanding({ locale, hit: { rank, band, notRankedFor } }: HitStandingProps) {
  const t = getTranslator(locale, "filters");
  const words = getTranslator(locale, "rankings");
  if (rank === null)
    return (
      <p>
        <strong>{t("notRanked")}:</strong> <span className="sm:block">{reasonText(locale, notRankedFor)}</span>
      </p>
    );
  const quarter = band === 1 || band === 2 || band === 3 || band === 4 ? words(`band.b${band}`) : null;
  return (
    <p>
      <strong>{quarter}</strong>{" "}
      <span className="text-muted sm:block">
        <span className="sm:hidden">· </span>
        {t("rank", { rank })}
      </span>
    </p>
  );
}
