import { Back } from "@/components/ui/arrows";
import { drawSheet } from "@/lib/map/drawing";
import { isLocated, type ShownSheet } from "@/lib/map/atlas";
import { countyMapPath, sheetPath } from "@/lib/map/paths";
import type { MapCard } from "@/lib/map/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { KindLinks } from "./kind-links";
import { MapLegend } from "./map-legend";
import { sectionName, sheetNames } from "./map-words";
import { MapCards } from "./map-cards";
import { SheetLinks } from "./sheet-links";
import { SheetMap } from "./sheet-drawing";

interface SheetViewProps {
  locale: Locale;
  sheet: ShownSheet;
  /** The sheet's places, in its order. */
  cards: readonly MapCard[];
}

/** One page of the map: what it shows, the drawing, and beside it a card of each of its places. */
export function SheetView({ locale, sheet, cards }: SheetViewProps) {
  const { kind, section, page, kinds } = sheet;
  const isDrawn = section.key !== "unlocated";
  return (
    <>
      <SheetHead locale={locale} sheet={sheet} />
      <div className={`mt-3 grid items-start gap-x-6 gap-y-2 ${isDrawn ? "lg:grid-cols-2" : ""}`}>
        {isDrawn && (
          <div className="lg:sticky lg:top-4">
            <SheetMap
              locale={locale}
              drawing={drawSheet(sheet.places.filter(isLocated), { others: sheet.others })}
              title={sheetNames(locale, sheet)}
            />
            <MapLegend locale={locale} />
          </div>
        )}
        <MapCards locale={locale} places={cards} />
      </div>
      <SheetLinks locale={locale} sheet={sheet} />
      <KindLinks
        locale={locale}
        kind={kind}
        kinds={kinds}
        pathOf={(other) => sheetPath(other, section.key, other === kind ? page : 1)}
      />
      <p className="mt-8 max-w-prose text-sm text-muted">{getTranslator(locale, "map")("sources")}</p>
    </>
  );
}

/** Which part of which area this is, and the ways to the county and to the other parts. */
function SheetHead({ locale, sheet }: Omit<SheetViewProps, "cards">) {
  const t = getTranslator(locale, "map");
  const { kind, section, page, places } = sheet;
  const pages = section.sheets.length;
  const names = sheetNames(locale, sheet);
  const own = kind && getTranslator(locale, "listings.kind")(kind);
  return (
    <>
      <p>
        <a
          href={localizedPath(locale, countyMapPath(kind))}
          className="text-link no-print inline-flex min-h-11 items-center text-sm"
        >
          <Back>{t("county")}</Back>
        </a>
      </p>
      <h1 className="text-2xl sm:text-4xl">
        {sectionName(locale, section.key)}
        {own && <span className="font-sans text-base font-semibold sm:text-xl">{` · ${own}`}</span>}
      </h1>
      {section.key === "unlocated" && <p className="mt-1 max-w-prose">{t("unlocated.text")}</p>}
      <div className="flex flex-wrap items-center gap-x-3">
        <p className="mt-1">
          {names && (
            <>
              <strong>{names}</strong>
              {" · "}
            </>
          )}
          {t("count", { count: places.length })}
          {pages > 1 && ` · ${t("sheet.position", { page, pages })}`}
        </p>
        {pages > 1 && (
          <a href="#sheets" className="text-link no-print inline-flex min-h-11 items-center">
            {t("sheet.all")}
          </a>
        )}
      </div>
    </>
  );
}
