import type { ListingKind } from "@/lib/facts/kind";
import type { AtlasSection } from "@/lib/map/atlas";
import { round } from "@/lib/map/outline";
import type { Overview } from "@/lib/map/overview";
import { sheetPath } from "@/lib/map/paths";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface CountyDrawingProps {
  locale: Locale;
  kind: ListingKind | null;
  overview: Overview;
  sections: readonly AtlasSection[];
}

const NAME_SIZE = 12;
const LINE = 13;

/** The whole county: where places are many. Each area is named, and all of its rectangle leads to its map. */
export function CountyDrawing({ locale, kind, overview, sections }: CountyDrawingProps) {
  const t = getTranslator(locale, "map");
  const { width, height, outline, dots, areas, inset } = overview;
  const counts = new Map(sections.map(({ key, count }) => [key as string, count]));
  return (
    <svg
      viewBox={`0 0 ${width} ${round(height)}`}
      // No element but this one is a drawing; as an image it could hold no links.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={t("overview.title")}
      className="h-auto w-full rounded-lg border border-line bg-sunken"
    >
      <g aria-hidden="true">
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
        <text x={round(inset.x + 4)} y={round(inset.y - 4)} fontSize={10} className="fill-muted font-sans">
          {t("overview.islands")}
        </text>
        <path d={dots.approximate} className="stroke-muted" strokeWidth={3.4} strokeLinecap="round" />
        <path d={dots.exact} className="stroke-accent" strokeWidth={3.4} strokeLinecap="round" />
      </g>
      {areas.toReversed().map(({ key, x, y, width: wide, height: high, name }) => {
        const count = counts.get(key);
        if (!count) return null;
        const lines = t(`names.${key}`).split("|");
        const top = name.y - (lines.length * LINE) / 2 + NAME_SIZE * 0.35;
        return (
          <a
            key={key}
            href={localizedPath(locale, sheetPath(kind, key, 1))}
            aria-label={`${t(`areas.${key}`)}, ${t("count", { count })}`}
            className="group"
          >
            <rect
              x={round(x)}
              y={round(y)}
              width={round(wide)}
              height={round(high)}
              className="fill-transparent stroke-line-strong group-hover:stroke-accent"
              strokeWidth={0.8}
            />
            {[...lines, String(count)].map((line, at) => (
              <text
                key={line}
                x={round(name.x)}
                y={round(top + at * LINE)}
                textAnchor="middle"
                fontSize={NAME_SIZE}
                strokeWidth={4.5}
                strokeLinejoin="round"
                paintOrder="stroke"
                className={`stroke-surface font-sans font-bold ${at < lines.length ? "fill-ink" : "fill-accent"}`}
              >
                {line}
              </text>
            ))}
          </a>
        );
      })}
    </svg>
  );
}
