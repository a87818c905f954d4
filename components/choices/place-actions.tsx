import { ButtonLink, buttonClass } from "@/components/ui/button";
import { placesPath } from "@/lib/choices/addresses";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { ShortlistButton } from "./shortlist-button";

interface PlaceActionsProps {
  locale: Locale;
  place: { slug: string; name: string };
}

/** What a person can do with the place whose page this is. */
export function PlaceActions({ locale, place }: PlaceActionsProps) {
  const t = getTranslator(locale, "choices.actions");
  return (
    <p className="no-print mt-4 flex flex-wrap gap-3">
      <ShortlistButton locale={locale} place={place} className={buttonClass("quiet")} />
      <ButtonLink look="quiet" href={localizedPath(locale, placesPath("/call-sheet", [place.slug]))}>
        {t("callSheet")}
      </ButtonLink>
      <ButtonLink look="quiet" href={localizedPath(locale, placesPath("/compare", [place.slug]))}>
        {t("compare")}
      </ButtonLink>
    </p>
  );
}
