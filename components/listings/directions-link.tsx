import { buttonClass } from "@/components/ui/button";
import type { ListingCard } from "@/lib/facts/card";
import { directionsUrl } from "@/lib/facts/directions";
import { fullTitle } from "@/lib/facts/listing-title";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** A plain link to another site, which learns the postal address alone; nothing without a street to go to. */
export function DirectionsLink({ locale, listing }: { locale: Locale; listing: ListingCard }) {
  const t = getTranslator(locale, "listings.directions");
  const url = directionsUrl(listing);
  if (!url) return null;
  return (
    <a
      href={url}
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      className={`${buttonClass("quiet")} max-sm:px-3`}
    >
      {t("link")}
      <span className="sr-only"> {t("to", { name: fullTitle(listing) })}</span>
    </a>
  );
}
