import type { Standing } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { exclusionDetail } from "../exclusion-reason";
import { notRankedText } from "../not-ranked-text";
import { reasonSentence } from "../reason-text";

/** Why a place has its rank, or none, in one sentence made of facts; it leads to all of them. */
export function StandingReason({ locale, standing }: { locale: Locale; standing: Standing | null }) {
  const t = getTranslator(locale, "rankings");
  if (standing?.status !== "ranked")
    return (
      <p>
        <strong>{notRankedText(locale, standing?.reason ?? null)}</strong>
        {standing && detailText(locale, standing)}
      </p>
    );
  const { rank, edition, method, breakdown, facts } = standing;
  return (
    <div>
      <p>
        <strong>{t("reason.rank", { rank, count: edition.rankedCount })}:</strong>{" "}
        {reasonSentence(locale, method, breakdown.rows, facts)}{" "}
        <a href="#why" className="text-link inline-flex min-h-6 items-center">
          {t("standing.why")}
        </a>
      </p>
      <p className="mt-1 text-xs text-muted">{t("reason.source", { number: edition.number, title: t("why.title") })}</p>
    </div>
  );
}

function detailText(locale: Locale, standing: Extract<Standing, { status: "excluded" }>): string {
  const detail = exclusionDetail(locale, standing);
  return detail ? ` (${detail})` : "";
}
