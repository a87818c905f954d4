import { pathWithListings } from "@/lib/choices/paths";
import { fullTitle, type NamedListing } from "@/lib/facts/listing-title";
import { askedPairs } from "@/lib/search/asked";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { ShortlistButton } from "./shortlist-button";

interface ChoiceLinksProps {
  locale: Locale;
  place: NamedListing;
  /** What the person asked for. */
  asked?: ListingFilters;
}

const LOOK = "text-link inline-flex min-h-11 items-center text-sm";

/** Links for a place in a list; none for a closed one. */
export function ChoiceLinks({ locale, place, asked = NO_FILTERS }: ChoiceLinksProps) {
  const t = getTranslator(locale, "choices.actions");
  if (place.presence === "closed" || place.presence === "gone") return null;
  return (
    <p className="no-print flex flex-wrap gap-x-5">
      <ShortlistButton locale={locale} place={place} className={LOOK} />
      <a
        href={localizedPath(
          locale,
          pathWithListings("/compare", [place.slug], { near: asked.near }, askedPairs(asked)),
        )}
        className={LOOK}
      >
        {t("compare")}
        <span className="sr-only">{`: ${fullTitle(place)}`}</span>
      </a>
    </p>
  );
}
