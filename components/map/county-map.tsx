import type { ListingKind } from "@/lib/facts/kind";
import { makeAtlas, type Atlas } from "@/lib/map/atlas";
import type { MapListing } from "@/lib/map/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { AreaSection } from "./area-section";
import { KindLinks } from "./kind-links";
import { MapLegend } from "./map-legend";
import { OverviewMap } from "./overview-map";
import { UnlocatedListings } from "./unlocated-listings";

interface CountyMapProps {
  locale: Locale;
  /** All places, or those of `kind`. */
  places: MapListing[];
  kind: ListingKind | null;
}

/** The whole page: which areas there are, where they are, and each with its map and its list. */
export function CountyMap({ locale, places, kind }: CountyMapProps) {
  const t = getTranslator(locale, "map");
  const atlas = makeAtlas(places);
  return (
    <>
      <h1 className="text-3xl sm:text-4xl">
        {kind ? t("kindTitle", { kind: getTranslator(locale, "listings.kind")(kind) }) : t("title")}
      </h1>
      <p className="mt-3 max-w-prose text-lg">{t("lead")}</p>
      <p className="mt-2 max-w-prose">
        <a href={localizedPath(locale, "/rankings")} className="text-link inline-flex min-h-11 items-center">
          {t("asRanking")}
        </a>
      </p>
      <KindLinks locale={locale} kind={kind} />
      {places.length === 0 && <p className="mt-8">{t("empty")}</p>}
      {atlas.areas.length > 0 && (
        <div className="mt-8 grid items-start gap-6 lg:grid-cols-2">
          <AreaLinks locale={locale} areas={atlas.areas} />
          <div className="lg:row-span-2">
            <OverviewMap locale={locale} atlas={atlas} />
          </div>
          <MapLegend locale={locale} />
        </div>
      )}
      {atlas.areas.map((area) => (
        <AreaSection key={area.key} locale={locale} area={area} />
      ))}
      <UnlocatedListings locale={locale} places={atlas.unlocated} />
      <p className="mt-14 max-w-prose text-sm text-muted">{t("sources")}</p>
    </>
  );
}

function AreaLinks({ locale, areas }: { locale: Locale; areas: Atlas["areas"] }) {
  const t = getTranslator(locale, "map");
  return (
    <nav aria-labelledby="areas-title">
      <h2 id="areas-title" className="text-xl">
        {t("areasTitle")}
      </h2>
      <ol className="mt-1">
        {areas.map(({ key, letter, places, listed }) => (
          <li key={key} className="flex flex-wrap items-baseline gap-x-3">
            <a href={`#area-${key}`} className="text-link inline-flex min-h-11 items-center font-semibold">
              {letter}. {t(`areas.${key}`)}
            </a>
            <span className="tabular text-sm text-muted">{t("count", { count: places.length + listed.length })}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
