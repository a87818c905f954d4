import { exclusionDetail } from "@/components/rankings/exclusion-reason";
import type { Standing } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Why the newest edition does not rank a place, before somebody calls it; nothing for one that is ranked. */
export function NotRankedWarning({ locale, standing }: { locale: Locale; standing: Standing | null }) {
  if (standing?.status !== "excluded") return null;
  const t = getTranslator(locale, "rankings");
  const detail = exclusionDetail(locale, standing);
  const reason = t(`excluded.reasons.${standing.reason}.title`);
  return (
    <p className="text-warning">
      <strong>
        {getTranslator(locale, "callSheet")("notRanked", { reason: detail ? `${reason} (${detail})` : reason })}
      </strong>{" "}
      {t(`excluded.reasons.${standing.reason}.text`)}
    </p>
  );
}
