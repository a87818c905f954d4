import { roundScore, type Score } from "@/lib/rankings/score";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** 0–100 as a track, the range as its wide part, the score as a mark. Decoration: the figures stand beside it in words. */
export function ScoreBar({ score: { score, low, high }, className = "" }: { score: Score; className?: string }) {
  return (
    <svg viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true" className={`block h-3 w-full ${className}`}>
      <rect y="5" width="200" height="2" className="fill-line-strong" />
      <rect
        x={tenths(low * 2)}
        y="1.5"
        width={tenths((high - low) * 2)}
        height="9"
        className="fill-accent"
        opacity=".4"
      />
      <rect x={tenths(score * 2 - 1.5)} width="3" height="12" className="fill-ink" />
    </svg>
  );
}

/** The range and how much is known, in words. */
export function ScoreWords({ locale, score: { low, high, coverage } }: { locale: Locale; score: Score }) {
  const t = getTranslator(locale, "rankings.entry");
  return (
    <>
      {high > low && `${t("range", { low: roundScore(low), high: roundScore(high) })} · `}
      {t("known", { share: coverage })}
    </>
  );
}

const tenths = (value: number) => Math.round(value * 10) / 10;
