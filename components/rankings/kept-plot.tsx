import type { StabilityFigures } from "@/lib/rankings/schema";
import { meanKept } from "@/lib/rankings/stability";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

const WIDTH = 320;
/** The base line of the bars. */
const FLOOR = 130;
const TALLEST = 96;
const MARGIN = 12;

interface KeptPlotProps {
  locale: Locale;
  top: StabilityFigures["tops"][number];
}

/** How many runs kept how many places of a top in it, as bars, with the mean. The table beside it says the same. */
export function KeptPlot({ locale, top }: KeptPlotProps) {
  const t = getTranslator(locale, "rankings.stability");
  const { size, kept } = top;
  const mean = meanKept(top);
  const slot = (WIDTH - 2 * MARGIN) / kept.length;
  const center = (stayed: number) => tenths(MARGIN + (stayed + 0.5) * slot);
  const most = Math.max(...kept);
  const label = { size, mean, fewest: kept.findIndex(Boolean), most: kept.findLastIndex(Boolean) };
  return (
    <figure>
      <figcaption className="font-semibold">{t("topTitle", { size })}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} 170`}
        role="img"
        aria-label={t("plotLabel", label)}
        className="mt-2 block w-full max-w-md"
      >
        {kept.map((runs, stayed) => {
          const height = tenths((runs / most) * TALLEST);
          return (
            runs > 0 && (
              <rect
                key={`${size}-${stayed.toString()}`}
                x={tenths(MARGIN + stayed * slot + slot * 0.1)}
                y={tenths(FLOOR - height)}
                width={tenths(slot * 0.8)}
                height={height}
                className="fill-accent"
              />
            )
          );
        })}
        <path d={`M${MARGIN} ${FLOOR}H${WIDTH - MARGIN}`} className="stroke-line-strong" />
        <path d={`M${center(mean)} 22V${FLOOR}`} strokeDasharray="3 3" strokeWidth="1.5" className="stroke-ink" />
        <text x={center(mean)} y="14" textAnchor="middle" fontSize="12" className="fill-ink">
          {t("mean", { mean })}
        </text>
        {[0, Math.floor(size / 2), size].map((tick) => (
          <text key={tick} x={center(tick)} y={FLOOR + 16} textAnchor="middle" fontSize="12" className="fill-muted">
            {tick}
          </text>
        ))}
        <text x={WIDTH / 2} y={FLOOR + 34} textAnchor="middle" fontSize="12" className="fill-muted">
          {t("axis", { size })}
        </text>
      </svg>
    </figure>
  );
}

const tenths = (value: number) => Math.round(value * 10) / 10;
