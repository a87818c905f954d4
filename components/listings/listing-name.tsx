import { Whole } from "@/components/ui/whole";
import { fullTitle, tellingApart, type NamedListing } from "@/lib/facts/listing-title";
import type { Presence } from "@/lib/facts/presence";
import { askedListingPath } from "@/lib/search/asked";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** What a component must know of a listing to print its name. */
interface Named extends Omit<NamedListing, "slug"> {
  /** May be null when there is no page. */
  slug: string | null;
}

interface ListingNameProps {
  locale: Locale;
  place: Named;
  /** Before the name, inside the link. */
  before?: string;
  /** Print what tells it apart too, because no line beside it does. */
  isWhole?: boolean;
  /** What the person asked for: the page of the place then answers it. */
  asked?: ListingFilters;
  /** In place of the name: what tells it apart on its page by itself, such as an address below its program's name. */
  words?: string;
  className?: string;
}

/**
 * The name of a listing: links to its page while it has one, and says when the place is closed or gone. A screen reader
 * reads links out of their place, so each says what tells its listing from others of the same name.
 */
export function ListingName({
  locale,
  place,
  before = "",
  isWhole,
  asked = NO_FILTERS,
  words,
  className = "text-link",
}: ListingNameProps) {
  const mark = presenceMark(locale, place.presence);
  const name = words ?? (isWhole ? titleOf(place) : place.name);
  return (
    <>
      {place.presence === "gone" ? (
        before + name
      ) : (
        <a href={localizedPath(locale, askedListingPath(place.slug ?? "", asked))} className={className}>
          {words ? <Whole>{before + name}</Whole> : before + name}
          {!isWhole && !words && <span className="sr-only">{`, ${tellingApart(place)}`}</span>}
        </a>
      )}
      {mark && <strong className="font-sans text-sm text-warning"> {mark}</strong>}
    </>
  );
}

/** "(closed)" when it is closed, else nothing. */
export function presenceMark(locale: Locale, presence: Presence): string | null {
  return presence === "closed" || presence === "gone" ? getTranslator(locale, "listings.presence")(presence) : null;
}

/** The full title with its mark, for places that can hold only text. */
export function listingTitle(locale: Locale, place: Omit<Named, "slug">): string {
  return [titleOf(place), presenceMark(locale, place.presence)].filter(Boolean).join(" ");
}

/** Of one that is gone the address is no longer shown. */
function titleOf(place: Omit<Named, "slug">): string {
  return place.presence === "gone" ? `${place.name}, ${place.city}` : fullTitle(place);
}
