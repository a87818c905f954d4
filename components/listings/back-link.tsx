import { filtersQuery, type ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface BackLinkProps {
  locale: Locale;
  /** What the person asked for, when they came from a search. */
  asked: ListingFilters;
}

/** To the places that fit what was asked, or to all; public/visit.js makes it the search that this tab made last. */
export function BackLink({ locale, asked }: BackLinkProps) {
  const t = getTranslator(locale, "listings.detail");
  const query = filtersQuery(asked);
  return (
    <a
      href={localizedPath(locale, `/listings${query}`)}
      data-back
      className="text-link no-print inline-flex min-h-11 items-center text-sm"
      suppressHydrationWarning
    >
      <span hidden={query !== ""} suppressHydrationWarning>
        <span aria-hidden="true">←&nbsp;</span>
        {t("back")}
      </span>
      <span hidden={query === ""} suppressHydrationWarning>
        <span aria-hidden="true">←&nbsp;</span>
        {t("backToSearch")}
      </span>
    </a>
  );
}
