import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { ListedDot } from "./listed-dot";
import { MarkerShape } from "./marker-shape";

const SIGNS = [
  { key: "exact", label: "12", isRanked: true, isApproximate: false },
  { key: "approximate", label: "12", isRanked: true, isApproximate: true },
  { key: "unranked", label: "a", isRanked: false, isApproximate: false },
] as const;

/** What the markers mean, in words too. */
export function MapLegend({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "map.legend");
  return (
    <section aria-labelledby="legend-title" className="rounded-lg border border-line bg-surface p-5 text-sm">
      <h2 id="legend-title" className="mb-2 font-sans text-base font-semibold">
        {t("title")}
      </h2>
      <ul className="grid gap-2">
        {SIGNS.map(({ key, ...sign }) => (
          <li key={key} className="grid grid-cols-[2rem_1fr] gap-x-2">
            <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
              <MarkerShape x={12} y={12} radius={11} {...sign} />
            </svg>
            {t(key)}
          </li>
        ))}
        <li className="grid grid-cols-[2rem_1fr] gap-x-2">
          <svg viewBox="0 0 12 12" width="26" height="26" aria-hidden="true">
            <ListedDot x={3.5} y={6} isApproximate={false} />
            <ListedDot x={8.5} y={6} isApproximate />
          </svg>
          {t("listed")}
        </li>
        <li className="grid grid-cols-[2rem_1fr] gap-x-2">
          <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
            <path d="M4 20L17 7" className="stroke-ink" strokeWidth={1.2} />
            <circle cx={4.5} cy={19.5} r={2.2} className="fill-ink" />
            <circle cx={17} cy={7} r={6} className="fill-accent" />
          </svg>
          {t("moved")}
        </li>
      </ul>
    </section>
  );
}
