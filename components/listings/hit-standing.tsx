import { reasonText } from "@/components/rankings/not-ranked-text";
import type { SearchHit } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface HitStandingProps {
  locale: Locale;
  hit: Pick<SearchHit, "rank" | "band" | "notRankedFor">;
}

/** Where a place stands in the newest edition, or in one reason why it does not stand there; in which quarter, where there is room. */
export function HitStanding({ locale, hit: { rank, band, notRankedFor } }: HitStandingProps) {
  const t = getTranslator(locale, "filters");
  const words = getTranslator(locale, "rankings");
  if (rank === null)
    return (
      <>
        <strong>{t("notRanked")}:</strong> {reasonText(locale, notRankedFor)}
      </>
    );
  const quarter = band === 1 || band === 2 || band === 3 || band === 4 ? words(`band.b${band}`) : null;
  return (
    <>
      {t("rank", { rank })}
      {quarter && <span className="max-md:hidden">{`\u00a0· ${quarter}`}</span>}
    </>
  );
}
