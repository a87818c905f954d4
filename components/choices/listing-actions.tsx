import { ButtonLink, buttonClass } from "@/components/ui/button";
import { pathWithListings } from "@/lib/choices/paths";
import type { NamedListing } from "@/lib/facts/listing-title";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { ShortlistButton } from "./shortlist-button";

interface ListingActionsProps {
  locale: Locale;
  place: NamedListing;
}

/** What a person can do with the place whose page this is; nothing once it is closed. */
export function ListingActions({ locale, place }: ListingActionsProps) {
  const t = getTranslator(locale, "choices.actions");
  if (place.presence === "closed") return null;
  return (
    <p className="no-print mt-4 flex flex-wrap gap-3">
      <ShortlistButton locale={locale} place={place} className={buttonClass("quiet")} />
      <ButtonLink look="quiet" href={localizedPath(locale, pathWithListings("/call-sheet", [place.slug]))}>
        {t("callSheet")}
      </ButtonLink>
      <ButtonLink look="quiet" href={localizedPath(locale, pathWithListings("/compare", [place.slug]))}>
        {t("compare")}
      </ButtonLink>
    </p>
  );
}
