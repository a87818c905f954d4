import { ButtonLink } from "@/components/ui/button";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** Shown before the first edition, with links to other pages. */
export function NoEdition({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "rankings");
  return (
    <div className="max-w-prose">
      <h1 className="text-3xl">{t("empty.title")}</h1>
      <p className="mt-4 mb-6 text-lg">{t("empty.text")}</p>
      <ButtonLink href={localizedPath(locale, "/listings")}>{t("searchLink")}</ButtonLink>
    </div>
  );
}
