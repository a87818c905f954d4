import { PhoneLink } from "@/components/listings/phone-link";
import { pathWithListings } from "@/lib/choices/paths";
import type { ListingCard } from "@/lib/facts/card";
import { fullTitle, type NamedListing } from "@/lib/facts/listing-title";
import { askedPairs } from "@/lib/search/asked";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { ShortlistButton } from "./shortlist-button";

interface ChoiceLinksProps {
  locale: Locale;
  place: NamedListing & { phoneExtension?: string | null };
  /** What the person asked for. */
  asked?: ListingFilters;
  /** Whom to call; the call comes first then. */
  phone?: Pick<ListingCard, "phone" | "phoneExtension">;
  /** On a page with many places: the number to read, and no comparison, so that it stays light. */
  isShort?: boolean;
  /** One below the other where there is room for a column. */
  isColumn?: boolean;
}

const COLUMN = "md:mt-0 md:w-44 md:content-start md:justify-center md:[&>a:first-child]:w-full";
const LOOK = "text-link inline-flex min-h-11 items-center text-sm";

/** Links for a place in a list; none for a closed one. */
export function ChoiceLinks({ locale, place, asked = NO_FILTERS, phone, isShort = false, isColumn }: ChoiceLinksProps) {
  const t = getTranslator(locale, "choices.actions");
  if (place.presence === "closed" || place.presence === "gone") return null;
  return (
    <p className={`no-print mt-0.5 flex flex-wrap items-center gap-x-3 sm:gap-x-5 ${isColumn ? COLUMN : ""}`}>
      {phone?.phone && (
        <PhoneLink
          locale={locale}
          place={place}
          phone={phone.phone}
          extension={phone.phoneExtension}
          look={isShort ? "link" : "button"}
        />
      )}
      <ShortlistButton locale={locale} place={place} className={LOOK} />
      {!isShort && (
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
      )}
    </p>
  );
}
