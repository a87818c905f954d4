import type { Atlas } from "@/lib/map/atlas";
import { round } from "@/lib/map/outline";
import { DOT_RADIUS, LETTER_RADIUS } from "@/lib/map/overview";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** The whole county: where places are many, and which letter leads to which map. */
export function OverviewMap({ locale, atlas: { overview, areas } }: { locale: Locale; atlas: Atlas }) {
  const t = getTranslator(locale, "map");
  const { width, height, outline, dots, letters, inset } = overview;
  const text = areas.map(({ key, letter, places }) => `${letter}: ${t(`areas.${key}`)}, ${places.length}`).join("; ");
  return (
    <svg
      viewBox={`0 0 ${width} ${round(height)}`}
      role="img"
      aria-labelledby="overview-title overview-text"
      className="h-auto w-full max-w-2xl rounded-lg border border-line bg-sunken"
    >
      <title id="overview-title">{t("overview.title")}</title>
      <desc id="overview-text">{t("overview.text", { areas: text })}</desc>
      {outline.map((path) => (
        <path key={path} d={path} className="fill-surface stroke-line-strong" strokeWidth={1.2} />
      ))}
      <rect
        x={round(inset.x)}
        y={round(inset.y)}
        width={round(inset.width)}
        height={round(inset.height)}
        className="fill-none stroke-line-strong"
        strokeWidth={0.8}
        strokeDasharray="3 3"
      />
      <text x={round(inset.x + 5)} y={round(inset.y + inset.height - 5)} fontSize={9} className="fill-muted font-sans">
        {t("overview.islands")}
      </text>
      {dots.map(({ x, y, isApproximate }, index) => (
        <circle
          // Dots have no identity here; the area's map names them.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          cx={round(x)}
          cy={round(y)}
          r={DOT_RADIUS - 0.4}
          className={isApproximate ? "fill-surface stroke-accent" : "fill-accent stroke-accent"}
          strokeWidth={0.8}
        />
      ))}
      {letters.map(({ letter, x, y }) => (
        <g key={letter}>
          <rect
            x={round(x - LETTER_RADIUS + 1)}
            y={round(y - LETTER_RADIUS + 1)}
            width={2 * LETTER_RADIUS - 2}
            height={2 * LETTER_RADIUS - 2}
            rx={3}
            className="fill-ink"
          />
          <text
            x={round(x)}
            y={round(y)}
            dy="0.35em"
            textAnchor="middle"
            fontSize={11}
            className="fill-surface font-sans font-bold"
          >
            {letter}
          </text>
        </g>
      ))}
    </svg>
  );
}
