import { fullTitle, type NamedListing } from "@/lib/facts/listing-title";
import { dialOf } from "@/lib/shared/phone-as-written";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface ShortlistButtonProps {
  locale: Locale;
  place: Omit<NamedListing, "presence"> & { phoneExtension?: string | null };
  className: string;
}

/**
 * Keeps a place on this device, or removes it. Only public/shortlist.js shows the button, and takes the place's name from
 * its last words: without scripts nothing is kept.
 */
export function ShortlistButton({ locale, place, className }: ShortlistButtonProps) {
  const t = getTranslator(locale, "choices.shortlist");
  return (
    <button
      type="button"
      hidden
      data-shortlist={place.slug}
      data-dial={place.phone ? dialOf(place.phone, place.phoneExtension) : undefined}
      className={`group ${className}`}
      suppressHydrationWarning
    >
      <span className="group-data-on:hidden">{t("add")}</span>
      <span className="hidden group-data-on:inline">
        <span aria-hidden="true">✓ </span>
        {t("remove")}
      </span>
      <span className="sr-only">{`: ${fullTitle(place)}`}</span>
    </button>
  );
}
