import type { AtlasArea } from "@/lib/map/atlas";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { AreaMap } from "./area-map";
import { ListedLines } from "./listed-lines";
import { ListingLines } from "./listing-lines";

/**
 * One area. On a phone the map is right above its list, because the list explains its numbers. On a wide screen the
 * list comes first, and the map stays beside it along the whole list.
 */
export function AreaSection({ locale, area }: { locale: Locale; area: AtlasArea }) {
  const t = getTranslator(locale, "map");
  const { key, letter, places, listed } = area;
  return (
    <section id={`area-${key}`} aria-labelledby={`area-${key}-heading`} className="mt-14">
      <h2 id={`area-${key}-heading`} className="text-2xl">
        {letter}. {t(`areas.${key}`)}
      </h2>
      <p className="mb-4 text-muted">{t("count", { count: places.length + listed.length })}</p>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="lg:sticky lg:top-4 lg:order-2">
          <AreaMap locale={locale} area={area} />
        </div>
        <div>
          <ListingLines locale={locale} places={places} />
          <ListedLines locale={locale} places={listed} />
        </div>
      </div>
    </section>
  );
}
