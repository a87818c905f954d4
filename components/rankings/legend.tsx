import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { ScoreBar } from "./score-bar";

const SAMPLE = { score: 72, low: 60, high: 80, coverage: 0.8 };

/** How to read an entry of the ranking. */
export function Legend({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "rankings.legend");
  return (
    <div className="text-sm">
      <h2 className="font-sans text-base font-semibold">{t("title")}</h2>
      <ScoreBar score={SAMPLE} className="my-3 max-w-xs" />
      <dl className="grid gap-2">
        {(["score", "range", "known"] as const).map((term) => (
          <div key={term}>
            <dt className="inline font-semibold">{t(term)}: </dt>
            <dd className="inline text-muted">{t(`${term}Text`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
