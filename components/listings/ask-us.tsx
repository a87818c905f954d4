import { ButtonLink } from "@/components/ui/button";
import { pathWithListings } from "@/lib/choices/paths";
import type { ListingCard } from "@/lib/facts/card";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface AskUsProps {
  locale: Locale;
  listing: Pick<ListingCard, "slug" | "presence">;
}

/** The link for people who do not want to call; for a closed place, links to others. */
export function AskUs({ locale, listing: { slug, presence } }: AskUsProps) {
  const t = getTranslator(locale, "listings.ask");
  if (presence === "closed") return <AskElsewhere locale={locale} />;
  return (
    <section aria-labelledby="ask-title" className="no-print mt-14 rounded-lg bg-accent-soft p-6 sm:p-8">
      <h2 id="ask-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 mb-5 max-w-prose">{t("text")}</p>
      <ButtonLink href={localizedPath(locale, pathWithListings("/contact", [slug]))}>{t("link")}</ButtonLink>
    </section>
  );
}

function AskElsewhere({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "listings.askElsewhere");
  return (
    <section aria-labelledby="ask-title" className="no-print mt-14 rounded-lg bg-accent-soft p-6 sm:p-8">
      <h2 id="ask-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 mb-5 max-w-prose">{t("text")}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={localizedPath(locale, "/listings")}>{t("search")}</ButtonLink>
        <ButtonLink look="quiet" href={localizedPath(locale, "/contact")}>
          {t("link")}
        </ButtonLink>
      </p>
    </section>
  );
}
