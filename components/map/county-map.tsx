import { LISTING_KINDS, type ListingKind } from "@/lib/facts/kind";
import type { AtlasSection } from "@/lib/map/atlas";
import type { Overview } from "@/lib/map/overview";
import { countyMapPath, sheetPath } from "@/lib/map/paths";
import type { SectionKey } from "@/lib/map/sections";
import { NO_FILTERS } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { CountyDrawing } from "./county-drawing";
import { KindLinks } from "./kind-links";
import { countyTitle, sectionName } from "./map-words";
import { NearForm } from "./near-form";

interface CountyMapProps {
  locale: Locale;
  kind: ListingKind | null;
  overview: Overview;
  /** Of all places, or those of `kind`. */
  sections: readonly AtlasSection[];
}

/** The county: which areas there are, where they are, how many places each has, and the way to its map. */
export function CountyMap({ locale, kind, overview, sections }: CountyMapProps) {
  const t = getTranslator(locale, "map");
  return (
    <>
      <h1 className="text-2xl sm:text-4xl">{countyTitle(locale, kind)}</h1>
      <p className="mt-2 max-w-prose">{t("lead")}</p>
      <NearForm locale={locale} filters={{ ...NO_FILTERS, kind: kind ? [kind] : [] }} near={null} />
      <div className="mt-5 grid items-start gap-6 lg:grid-cols-2">
        {sections.length === 0 ? (
          <p>{t("empty")}</p>
        ) : (
          <CountyDrawing locale={locale} kind={kind} overview={overview} sections={sections} />
        )}
        <div>
          <SectionLinks locale={locale} kind={kind} sections={sections} />
          <KindLinks locale={locale} kind={kind} kinds={LISTING_KINDS} pathOf={countyMapPath} />
          <p className="mt-4 flex flex-wrap gap-x-6">
            <a
              href={localizedPath(locale, kind ? `/listings?kind=${kind}` : "/listings")}
              className="text-link inline-flex min-h-11 items-center"
            >
              {t("asSearch")}
            </a>
            <a href={localizedPath(locale, "/rankings")} className="text-link inline-flex min-h-11 items-center">
              {t("asRanking")}
            </a>
          </p>
        </div>
      </div>
      <p className="mt-10 max-w-prose text-sm text-muted">{t("sources")}</p>
    </>
  );
}

function SectionLinks({ locale, kind, sections }: Omit<CountyMapProps, "overview">) {
  const t = getTranslator(locale, "map");
  return (
    <nav aria-labelledby="areas-title">
      <h2 id="areas-title" className="text-xl">
        {t("areasTitle")}
      </h2>
      <ol className="mt-1">
        {sections.map(({ key, count }) => (
          <li key={key} id={anchorOf(key)} className="flex flex-wrap items-center gap-x-3 border-t border-line">
            <a
              href={localizedPath(locale, sheetPath(kind, key, 1))}
              className="text-link inline-flex min-h-11 grow items-center font-semibold"
            >
              {sectionName(locale, key)}
            </a>
            <span className="tabular text-sm text-muted">{t("count", { count })}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Where links to a part of the map led when it was one page. */
function anchorOf(section: SectionKey): string {
  return section === "unlocated" ? "not-on-the-map" : `area-${section}`;
}
