import type { StabilityFigures } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** The bars of the plots as figures; the reader can unfold them. */
export function KeptTable({ locale, tops }: { locale: Locale; tops: StabilityFigures["tops"] }) {
  const t = getTranslator(locale, "rankings.stability");
  if (tops.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="text-link inline-block min-h-11 py-2">{t("table")}</summary>
      <div className="grid gap-8 pb-2 sm:grid-cols-2">
        {tops.map((top) => (
          <TopTable key={top.size} locale={locale} top={top} />
        ))}
      </div>
    </details>
  );
}

function TopTable({ locale, top: { size, kept } }: { locale: Locale; top: StabilityFigures["tops"][number] }) {
  const t = getTranslator(locale, "rankings.stability");
  const rows = kept.map((runs, stayed) => ({ runs, stayed })).filter(({ runs }) => runs > 0);
  return (
    <table className="w-full max-w-md self-start text-sm">
      <caption className="pb-1 text-left font-semibold">{t("topTitle", { size })}</caption>
      <thead>
        <tr className="border-b-2 border-line-strong">
          <th scope="col" className="py-1.5 pr-3 text-left">
            {t("stayed")}
          </th>
          <th scope="col" className="py-1.5 text-right">
            {t("runs")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ runs, stayed }) => (
          <tr key={stayed} className="border-b border-line">
            <th scope="row" className="py-1 pr-3 text-left font-normal">
              {stayed}
            </th>
            <td className="py-1 text-right">{runs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
