import { labelListings } from "@/lib/map/labels";
import type { MapListing } from "@/lib/map/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { ListingLines } from "./listing-lines";

/**
 * Listings without a position, so that the list has all, even those that the map cannot show; nothing when there are
 * none.
 */
export function UnlocatedListings({ locale, places }: { locale: Locale; places: MapListing[] }) {
  const t = getTranslator(locale, "map.unlocated");
  if (places.length === 0) return null;
  return (
    <section id="not-on-the-map" aria-labelledby="unlocated-title" className="mt-14">
      <h2 id="unlocated-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mb-4 max-w-prose text-muted">{t("text")}</p>
      <ListingLines locale={locale} places={labelListings(places)} />
    </section>
  );
}
