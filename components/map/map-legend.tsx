import type { ReactNode } from "react";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { MarkerShape } from "./marker-shape";
import { StartMark } from "./start-mark";

const SIGNS = [
  { key: "ranked", isRanked: true, isApproximate: false },
  { key: "unranked", isRanked: false, isApproximate: false },
  { key: "approximate", isRanked: true, isApproximate: true },
] as const;

/** What the markers mean, in words too; folded, because the list says the same of each place. */
export function MapLegend({ locale, hasStart = false }: { locale: Locale; hasStart?: boolean }) {
  const t = getTranslator(locale, "map.legend");
  return (
    <details className="no-print mt-1 text-sm">
      <summary className="min-h-11 py-2.5 font-semibold">{t("title")}</summary>
      <ul className="grid gap-2 pb-2">
        {hasStart && (
          <Sign words={t("start")}>
            <StartMark x={14} y={14} />
          </Sign>
        )}
        {SIGNS.map(({ key, ...sign }) => (
          <Sign key={key} words={t(key)}>
            <MarkerShape x={14} y={14} number={8} {...sign} />
          </Sign>
        ))}
        <Sign words={t("moved")}>
          <path d="M5 23L18 10" className="stroke-ink" strokeWidth={1.2} />
          <circle cx={5} cy={23} r={2.2} className="fill-ink" />
          <circle cx={19} cy={9} r={7} className="fill-accent" />
        </Sign>
        <Sign words={t("others")}>
          <circle cx={14} cy={14} r={2.5} className="fill-muted" />
        </Sign>
      </ul>
    </details>
  );
}

function Sign({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[2rem_1fr] gap-x-2">
      <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  );
}
