import { listingTitle } from "@/components/listings/listing-name";
import type { AtlasArea } from "@/lib/map/atlas";
import { CITY_FONT_SIZE, type AreaDrawing, type Marker } from "@/lib/map/drawing";
import { round } from "@/lib/map/outline";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { ListedDot } from "./listed-dot";
import { MarkerShape } from "./marker-shape";
import { listingAnchor } from "./listing-anchor";

/**
 * The map of one area. For a screen reader it is one picture with a description, and the keyboard skips it, because the
 * list beside it says the same. With a finger or a mouse people can go from a marker to its line in the list.
 */
export function AreaMap({
  locale,
  area: { key, letter, places, listed, drawing },
}: {
  locale: Locale;
  area: AtlasArea;
}) {
  const t = getTranslator(locale, "map");
  const { width, height, outline, dots, markers, cities, scale } = drawing;
  return (
    <svg
      viewBox={`0 0 ${width} ${round(height)}`}
      // No element but this one is a drawing; as an image it could hold no links.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-labelledby={`map-${key}-title map-${key}-text`}
      className="h-auto w-full rounded-lg border border-line bg-sunken"
    >
      <title id={`map-${key}-title`}>{t("areaMap.title", { area: t(`areas.${key}`), letter })}</title>
      <desc id={`map-${key}-text`}>{t("areaMap.text", { count: places.length, dots: listed.length })}</desc>
      <g aria-hidden="true">
        {outline.map((path) => (
          <path key={path} d={path} className="fill-surface stroke-line-strong" strokeWidth={1.2} />
        ))}
        {cities.map(({ name, x, y }) => (
          <text
            key={name}
            x={round(x)}
            y={round(y)}
            textAnchor="middle"
            fontSize={CITY_FONT_SIZE}
            className="fill-muted font-sans"
          >
            {name}
          </text>
        ))}
        {dots.map(({ slug, x, y, isApproximate, ...place }) => (
          <ListedDot key={slug} x={round(x)} y={round(y)} isApproximate={isApproximate}>
            <title>{listingTitle(locale, place)}</title>
          </ListedDot>
        ))}
        {markers.map((marker) => (
          <Leader key={marker.slug} marker={marker} />
        ))}
        {markers.map((marker) => (
          <a key={marker.slug} href={`#${listingAnchor(marker.slug)}`} tabIndex={-1} data-place={marker.slug}>
            <title>{listingTitle(locale, marker)}</title>
            <MarkerShape {...marker} x={round(marker.x)} y={round(marker.y)} />
          </a>
        ))}
        <Scale scale={scale} height={height} words={t("scale", { miles: scale.miles })} />
      </g>
    </svg>
  );
}

/** A line from a moved marker to the true position of its listing. */
function Leader({ marker: { x, y, truePoint } }: { marker: Marker }) {
  if (!truePoint) return null;
  const [toX, toY] = [round(truePoint.x), round(truePoint.y)];
  return (
    <>
      <line x1={round(x)} y1={round(y)} x2={toX} y2={toY} className="stroke-ink" strokeWidth={0.8} />
      <circle cx={toX} cy={toY} r={1.4} className="fill-ink" />
    </>
  );
}

function Scale({ scale, height, words }: { scale: AreaDrawing["scale"]; height: number; words: string }) {
  const y = round(height - 8);
  return (
    <>
      <path
        d={`M8 ${round(y - 4)}V${y}H${round(8 + scale.length)}V${round(y - 4)}`}
        className="fill-none stroke-ink"
        strokeWidth={1}
      />
      <text x={12} y={round(y - 3)} fontSize={CITY_FONT_SIZE} className="fill-ink font-sans">
        {words}
      </text>
    </>
  );
}
