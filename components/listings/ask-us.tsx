import { ButtonLink } from "@/components/ui/button";
import { placesPath } from "@/lib/choices/addresses";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** The way on for whoever would rather not call. */
export function AskUs({ locale, slug }: { locale: Locale; slug: string }) {
  const t = getTranslator(locale, "listings.ask");
  return (
    <section aria-labelledby="ask-title" className="no-print mt-14 rounded-lg bg-accent-soft p-6 sm:p-8">
      <h2 id="ask-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 mb-5 max-w-prose">{t("text")}</p>
      <ButtonLink href={localizedPath(locale, placesPath("/contact", [slug]))}>{t("link")}</ButtonLink>
    </section>
  );
}
