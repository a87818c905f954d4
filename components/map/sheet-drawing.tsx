import { listingTitle } from "@/components/listings/listing-name";
import { NAME_FONT_SIZE, type Marker, type SheetDrawing } from "@/lib/map/drawing";
import { round } from "@/lib/map/outline";
import { nameIn } from "@/lib/search/gazetteer";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { MarkerShape } from "./marker-shape";
import { StartMark } from "./start-mark";
import { listingAnchor } from "./listing-anchor";

interface SheetDrawingProps {
  locale: Locale;
  drawing: SheetDrawing;
  /** What the map is of, for a screen reader. */
  title: string;
}

/**
 * The map of one page. Each number is a link to the card of its place, which the list beside it has, and says the place
 * in words; the list's own links are the larger ones to tap.
 */
export function SheetMap({ locale, drawing, title }: SheetDrawingProps) {
  const t = getTranslator(locale, "map");
  const { width, height, outline, others, markers, start, names, scale } = drawing;
  return (
    <svg
      id="map"
      viewBox={`0 0 ${width} ${round(height)}`}
      // No element but this one is a drawing; as an image it could hold no links.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={title}
      className="h-auto w-full rounded-lg border border-line bg-sunken"
    >
      <g aria-hidden="true">
        {outline.map((path) => (
          <path key={path} d={path} className="fill-surface stroke-line-strong" strokeWidth={1.2} />
        ))}
        {others.length > 0 && (
          <path
            d={others.map(({ x, y }) => `M${round(x)} ${round(y)}h0`).join("")}
            className="stroke-muted"
            strokeWidth={5}
            strokeLinecap="round"
          />
        )}
        {names.map(({ name, x, y }) => (
          <text
            key={name}
            x={round(x)}
            y={round(y)}
            textAnchor="middle"
            fontSize={NAME_FONT_SIZE}
            strokeWidth={3}
            paintOrder="stroke"
            className="fill-ink stroke-surface font-sans"
          >
            {nameIn(locale, name)}
          </text>
        ))}
        {start && <StartMark x={round(start.x)} y={round(start.y)} />}
        {markers.map((marker) => (
          <Leader key={marker.slug} marker={marker} />
        ))}
        <Scale scale={scale} height={height} words={t("scale", { miles: scale.miles })} />
      </g>
      {markers.map((marker) => (
        <a
          key={marker.slug}
          href={`#${listingAnchor(marker.slug)}`}
          aria-label={t("marker", { number: marker.number, name: listingTitle(locale, marker) })}
          data-place={marker.slug}
        >
          <MarkerShape {...marker} x={round(marker.x)} y={round(marker.y)} />
        </a>
      ))}
    </svg>
  );
}

/** A line from a moved marker to the true position of its listing. */
function Leader({ marker: { x, y, truePoint } }: { marker: Marker }) {
  if (!truePoint) return null;
  const [toX, toY] = [round(truePoint.x), round(truePoint.y)];
  return (
    <>
      <line x1={round(x)} y1={round(y)} x2={toX} y2={toY} className="stroke-ink" strokeWidth={1} />
      <circle cx={toX} cy={toY} r={1.8} className="fill-ink" />
    </>
  );
}

function Scale({ scale, height, words }: { scale: SheetDrawing["scale"]; height: number; words: string }) {
  const y = round(height - 8);
  return (
    <>
      <path
        d={`M8 ${round(y - 4)}V${y}H${round(8 + scale.length)}V${round(y - 4)}`}
        className="fill-none stroke-ink"
        strokeWidth={1}
      />
      <text x={12} y={round(y - 4)} fontSize={11} className="fill-ink font-sans">
        {words}
      </text>
    </>
  );
}
