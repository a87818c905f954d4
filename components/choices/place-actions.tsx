import { ButtonLink } from "@/components/ui/button";
import { placesPath } from "@/lib/choices/addresses";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface PlaceActionsProps {
  locale: Locale;
  place: { slug: string; name: string };
}

/** What a person can do with a place they have found. */
export function PlaceActions({ locale, place: { slug, name } }: PlaceActionsProps) {
  const t = getTranslator(locale, "choices.actions");
  return (
    <p className="no-print mt-4 flex flex-wrap gap-3">
      <ButtonLink look="quiet" href={localizedPath(locale, placesPath("/compare", [slug]))} title={t("with", { name })}>
        {t("compare")}
      </ButtonLink>
      <ButtonLink look="quiet" href={localizedPath(locale, placesPath("/call-sheet", [slug]))}>
        {t("callSheet")}
      </ButtonLink>
    </p>
  );
}
