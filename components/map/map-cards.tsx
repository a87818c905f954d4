import type { MapCard } from "@/lib/map/types";
import type { ListingFilters } from "@/lib/search/filters";
import type { Locale } from "@/lib/shared/i18n";
import { CardItem } from "./map-card";

interface CardsProps {
  locale: Locale;
  places: readonly MapCard[];
  asked?: ListingFilters;
  isMeasured?: boolean;
}

/** The places of a map in words; nothing when there are none. */
export function MapCards({ locale, places, asked, isMeasured }: CardsProps) {
  if (places.length === 0) return null;
  return (
    <ol>
      {places.map((place) => (
        <CardItem key={place.slug} locale={locale} place={place} asked={asked} isMeasured={isMeasured} />
      ))}
    </ol>
  );
}
