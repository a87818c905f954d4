import { listingTitle } from "@/components/listings/listing-name";
import { roundScore } from "@/lib/rankings/score";
import { TOTAL_WEIGHT, type RankingMethod } from "@/lib/rankings/schema";
import type { Edition, RankedProgram } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { MethodReading } from "./notes";

interface MethodFormulaProps {
  locale: Locale;
  method: RankingMethod;
  /** Null before it has computed one: then there is no typical rate yet. */
  edition: Edition | null;
  example: RankedProgram | null;
}

/** How points become a score, worked through, and what the list makes of scores. */
export function MethodFormula({ locale, method, edition, example }: MethodFormulaProps) {
  const t = getTranslator(locale, "method.formula");
  const percentile = method.constants.priorPercentile;
  return (
    <>
      <div className="mt-4 max-w-prose space-y-4">
        <p>{edition ? t("typical", { rate: edition.prior, percentile }) : t("typicalNotYet", { percentile })}</p>
        <p className="text-sm text-muted">{t("symbols")}</p>
      </div>
      {edition && example && <Example locale={locale} prior={edition.prior} example={example} />}
      <MethodReading locale={locale} />
    </>
  );
}

/** The formula worked through with a place of this edition, from what the edition froze. */
function Example({ locale, prior, example }: { locale: Locale; prior: number; example: RankedProgram }) {
  const t = getTranslator(locale, "method.formula");
  const { listing, score, low, high } = example;
  const points = { yes: low, unknown: high - low, no: TOTAL_WEIGHT - high };
  const rows = [
    { term: t("exampleYes"), amount: points.yes },
    { term: t("exampleNo"), amount: points.no },
    { term: t("exampleUnknown"), amount: points.unknown },
  ];
  return (
    <div className="mt-6 max-w-prose rounded-lg border border-line bg-surface p-5">
      <h2 className="text-lg">{t("exampleTitle", { name: listingTitle(locale, listing) })}</h2>
      <dl className="tabular mt-3">
        {rows.map(({ term, amount }) => (
          <div key={term} className="flex justify-between gap-4 border-b border-line py-1.5">
            <dt>{term}</dt>
            <dd className="font-semibold">{amount}</dd>
          </div>
        ))}
      </dl>
      <p className="tabular mt-3 text-lg font-semibold">
        {t("exampleSum", { ...points, rate: prior, exact: score, score: roundScore(score) })}
      </p>
      <p className="mt-2">{t("exampleRange", { low, high })}</p>
      <p className="mt-1">
        <a
          href={localizedPath(locale, `/listings/${listing.slug}#why`)}
          className="text-link inline-flex min-h-11 items-center"
        >
          {t("exampleLink")}
        </a>
      </p>
    </div>
  );
}
