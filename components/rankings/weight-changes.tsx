import type { EditionMoves } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What changed in the method between two editions: the weights in a table, or a note that nothing changed. */
export function WeightChanges({ locale, moves }: { locale: Locale; moves: EditionMoves }) {
  const t = getTranslator(locale, "rankings.changes");
  const { methodVersions: versions, weights } = moves;
  if (weights.length === 0) {
    const isSame = versions.from === versions.to;
    return (
      <p className="mt-2">{isSame ? t("sameMethod", { version: versions.to }) : t("sameScoring", { ...versions })}</p>
    );
  }
  return (
    <table className="mt-4 w-full max-w-prose text-sm">
      <caption className="pb-1 text-left font-semibold">{t("weights", { ...versions })}</caption>
      <thead>
        <tr className="border-b-2 border-line-strong text-left">
          <th scope="col" className="py-1.5 pr-3">
            {t("criterion")}
          </th>
          <th scope="col" className="py-1.5 pr-3 text-right">
            {t("before")}
          </th>
          <th scope="col" className="py-1.5 text-right">
            {t("after")}
          </th>
        </tr>
      </thead>
      <tbody>
        {weights.map(({ key, name, from, to }) => (
          <tr key={key} className="border-b border-line">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {name[locale]}
            </th>
            <td className="py-1.5 pr-3 text-right">{from ?? t("none")}</td>
            <td className="py-1.5 text-right">{to ?? t("none")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
