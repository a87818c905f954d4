import { ButtonLink, buttonClass } from "@/components/ui/button";
import { pathWithListings } from "@/lib/choices/paths";
import type { NamedListing } from "@/lib/facts/listing-title";
import { askedPairs } from "@/lib/search/asked";
import type { ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { ShortlistButton } from "./shortlist-button";

interface ListingActionsProps {
  locale: Locale;
  place: NamedListing & { phoneExtension?: string | null };
  /** What the person asked for. */
  asked: ListingFilters;
}

/** What a person can do with the place whose page this is; nothing once it is closed. */
export function ListingActions({ locale, place, asked }: ListingActionsProps) {
  const t = getTranslator(locale, "choices.actions");
  if (place.presence === "closed") return null;
  const to = (path: string) =>
    localizedPath(locale, pathWithListings(path, [place.slug], { near: asked.near }, askedPairs(asked)));
  return (
    <p className="no-print mt-4 flex flex-wrap gap-3">
      <ShortlistButton locale={locale} place={place} className={buttonClass("quiet")} />
      <ButtonLink look="quiet" href={to("/call-sheet")}>
        {t("callSheet")}
      </ButtonLink>
      <ButtonLink look="quiet" href={to("/compare")}>
        {t("compare")}
      </ButtonLink>
    </p>
  );
}
