import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { ScoreBar } from "./score-bar";

const SAMPLE = { score: 72, low: 60, high: 80, coverage: 0.8 };

interface LegendProps {
  locale: Locale;
  /** The entries show the ranks they took in the stability test. */
  withRanks?: boolean;
  /** The edition the moves are counted from; null or left out when there are none. */
  since?: number | null;
}

/** How to read an entry of the ranking. */
export function Legend({ locale, withRanks = false, since = null }: LegendProps) {
  const t = getTranslator(locale, "rankings.legend");
  const terms = [
    ...(["score", "range", "known"] as const).map((term) => ({ term: t(term), text: t(`${term}Text`) })),
    ...(withRanks ? [{ term: t("ranks"), text: t("ranksText") }] : []),
    ...(since === null ? [] : [{ term: t("move"), text: t("moveText", { since }) }]),
  ];
  return (
    <details className="text-sm">
      <summary className="min-h-11 py-3">
        <h2 className="inline font-sans text-base font-semibold">{t("title")}</h2>
      </summary>
      <ScoreBar score={SAMPLE} className="my-3 max-w-xs" />
      <dl className="grid gap-2">
        {terms.map(({ term, text }) => (
          <div key={term}>
            <dt className="inline font-semibold">{term}: </dt>
            <dd className="inline text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
