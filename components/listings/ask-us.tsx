import { ButtonLink } from "@/components/ui/button";
import { pathWithListings } from "@/lib/choices/paths";
import type { ListingCard } from "@/lib/facts/card";
import { askedPairs } from "@/lib/search/asked";
import type { ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface AskUsProps {
  locale: Locale;
  listing: Pick<ListingCard, "slug" | "presence">;
  /** What the person asked for. */
  asked: ListingFilters;
}

/** The link for people who do not want to call; nobody can be asked at a closed place. */
export function AskUs({ locale, listing: { slug, presence }, asked }: AskUsProps) {
  const t = getTranslator(locale, "listings.ask");
  if (presence === "closed") return null;
  return (
    <section aria-labelledby="ask-title" className="no-print mt-14 rounded-lg bg-accent-soft p-6 sm:p-8">
      <h2 id="ask-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 mb-5 max-w-prose">{t("text")}</p>
      <ButtonLink href={localizedPath(locale, pathWithListings("/contact", [slug], {}, askedPairs(asked)))}>
        {t("link")}
      </ButtonLink>
    </section>
  );
}
