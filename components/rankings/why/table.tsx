import { saidNoText } from "@/components/listings/answer-mark";
import { FactMark } from "@/components/listings/fact-mark";
import { MEDI_CAL, surveyNoIn } from "@/lib/facts/how-to-pay";
import { TOTAL_WEIGHT, type CriterionResult, type RankingMethod } from "@/lib/rankings/schema";
import type { Standing } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { sourceWords } from "./source-words";

/** Every criterion of the method with its answer, points and source; of a ranked place the rows add up to the score. */
export function WhyTable({ locale, standing }: { locale: Locale; standing: Standing }) {
  const t = getTranslator(locale, "rankings.why");
  const isRanked = standing.status === "ranked";
  const results = isRanked ? standing.breakdown.rows : standing.criteria;
  return (
    <table className="mt-4 w-full border-collapse text-sm wrap-break-word">
      <caption className="pb-4 text-left text-base text-muted">
        {t(isRanked ? "caption" : "captionExcluded")} {t("frozen", { number: standing.edition.number })}
      </caption>
      <thead>
        <tr className="border-b-2 border-line-strong text-left">
          <th scope="col" className="w-full py-2 pr-2 pl-1 sm:pr-3 sm:pl-2">
            {t("criterionAndSource")}
          </th>
          <th scope="col" className="py-2 pr-3 whitespace-nowrap">
            {t("answer")}
          </th>
          {isRanked && (
            <th scope="col" className="py-2 pr-2 text-right whitespace-nowrap">
              {t("points")}
            </th>
          )}
        </tr>
      </thead>
      {standing.method.groups.map((group) => (
        <GroupRows key={group.key} locale={locale} standing={standing} group={group} results={results} />
      ))}
      {isRanked && <SumRows locale={locale} standing={standing} />}
    </table>
  );
}

interface GroupRowsProps {
  locale: Locale;
  standing: Standing;
  group: RankingMethod["groups"][number];
  results: CriterionResult[];
}

function GroupRows({ locale, standing, group, results }: GroupRowsProps) {
  const t = getTranslator(locale, "rankings.why");
  // A place that is not ranked has answers, but no points.
  const withPoints = standing.status === "ranked";
  const rows = group.criteria.flatMap(({ key, name, rule }) =>
    results
      .filter((result) => result.key === key)
      .map((result) => ({
        ...result,
        name: name[locale],
        ofLicense: "license" in rule,
        // Contracts change: an old no to Medi-Cal is a reason to ask.
        words: "anyOf" in rule && rule.anyOf.join() === MEDI_CAL ? saidNoText(locale, surveyNoIn(result)) : undefined,
      })),
  );
  const known = rows.filter(({ value }) => value !== "unknown").length;
  const sourceOf = (row: (typeof rows)[number]) => sourceWords(locale, standing, row);
  const sum = (amount: "points" | "maximum") => rows.reduce((total, row) => total + row[amount], 0);
  return (
    <tbody>
      <tr className="border-b border-line bg-sunken">
        <th scope="rowgroup" colSpan={2} className="p-2 pl-1 text-left font-semibold sm:pl-2">
          {group.name[locale]}{" "}
          <span className="font-normal text-muted">· {t("answered", { known, total: rows.length })}</span>
        </th>
        {withPoints && (
          <td className="tabular py-2 pr-2 text-right font-semibold whitespace-nowrap">
            {t("of", { won: sum("points"), maximum: sum("maximum") })}
          </td>
        )}
      </tr>
      {rows.map((row) => (
        <tr key={row.key} className="border-b border-line align-top">
          <th scope="row" className="py-2.5 pr-2 pl-1 text-left font-normal normal-nums sm:pr-3 sm:pl-2">
            {row.name}
            <span className="block text-xs text-muted">{sourceOf(row)}</span>
          </th>
          <td className="py-2.5 pr-1 sm:pr-3">
            <FactMark locale={locale} value={row.value} words={row.words} />
          </td>
          {withPoints && (
            <td className="py-2.5 pr-2 text-right whitespace-nowrap">
              {t("of", { won: row.points, maximum: row.maximum })}
            </td>
          )}
        </tr>
      ))}
    </tbody>
  );
}

type RankedStanding = Extract<Standing, { status: "ranked" }>;

function SumRows({ locale, standing: { edition, breakdown } }: { locale: Locale; standing: RankedStanding }) {
  const t = getTranslator(locale, "rankings.why");
  const { unknown, total } = breakdown;
  return (
    <tfoot>
      <tr className="border-b border-line align-top">
        <th scope="row" colSpan={2} className="py-2.5 pr-3 pl-1 text-left font-semibold sm:pl-2">
          {t("unknownRow")}
          <span className="block font-normal text-muted">
            {t("unknownText", { maximum: unknown.maximum, rate: unknown.rate })}
          </span>
          <span className="block text-xs font-normal text-muted">{t("rateSource", { number: edition.number })}</span>
        </th>
        <td className="py-2.5 pr-2 text-right font-semibold">{unknown.counted}</td>
      </tr>
      <tr className="border-b-2 border-line-strong bg-accent-soft">
        <th scope="row" colSpan={2} className="p-2 pl-1 text-left text-base sm:pl-2">
          {t("total")}
          <span className="block text-xs font-normal text-muted">{t("totalSource", { number: edition.number })}</span>
        </th>
        <td className="py-2 pr-2 text-right text-base font-bold">
          {total}{" "}
          <span className="block text-sm font-normal whitespace-nowrap">{t("outOf", { maximum: TOTAL_WEIGHT })}</span>
        </td>
      </tr>
    </tfoot>
  );
}
