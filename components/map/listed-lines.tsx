import { ListingName } from "@/components/listings/listing-name";
import { tellingApart } from "@/lib/facts/listing-title";
import type { MapListing } from "@/lib/map/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** The dots of a map in words; nothing when there are none. */
export function ListedLines({ locale, places }: { locale: Locale; places: readonly MapListing[] }) {
  const t = getTranslator(locale, "map");
  const kinds = getTranslator(locale, "listings.kind");
  if (places.length === 0) return null;
  return (
    <details className="border-y border-line">
      <summary className="min-h-11 py-3">
        <h3 className="inline font-sans text-base font-semibold">{t("listed", { count: places.length })}</h3>
      </summary>
      <ul className="pb-4">
        {places.map((place) => (
          <li key={place.slug} className="py-1.5">
            <ListingName locale={locale} place={place} className="text-link" />
            <span className="block text-sm text-muted">
              {kinds(place.kind)} · {tellingApart(place)}
              {place.position?.isApproximate && ` · ${t("approximate", { zip: place.zip })}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
