import { ButtonLink } from "@/components/ui/button";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** A URL that leads to no place, or to one that was taken down: `archivedName` is its name. */
export function NoListing({ locale, archivedName }: { locale: Locale; archivedName?: string }) {
  const t = getTranslator(locale, "listings");
  return (
    <div className="max-w-prose py-6">
      <h1 className="text-3xl">{archivedName ? t("archived.title", { name: archivedName }) : t("unknown.title")}</h1>
      <p className="mt-4 mb-6 text-lg">{t(archivedName ? "archived.text" : "unknown.text")}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={localizedPath(locale, "/listings")}>{t("unknown.search")}</ButtonLink>
        <ButtonLink href={localizedPath(locale, "/rankings")} look="quiet">
          {t("unknown.rankings")}
        </ButtonLink>
      </p>
    </div>
  );
}
