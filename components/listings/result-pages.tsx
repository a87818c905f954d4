import type { ListingFilters } from "@/lib/search/filters";
import type { Cursor } from "@/lib/search/search-cursor";
import type { SearchResult } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface ResultPagesProps {
  locale: Locale;
  filters: ListingFilters;
  result: SearchResult;
  /** The English path of a page of this search. */
  pathOf: (page: ListingFilters) => string;
}

/** The first page of a search, the one before and the next; nothing where there is one. */
export function ResultPages({ locale, filters, result: { hits, previous, next }, pathOf }: ResultPagesProps) {
  const t = getTranslator(locale, "filters");
  const isBeyond = filters.after !== null && hits.length === 0;
  if (!previous && !next && !isBeyond) return null;
  const to = (after: Cursor | null) => localizedPath(locale, pathOf({ ...filters, after }));
  const look = "text-link inline-flex min-h-11 items-center";
  return (
    <nav aria-label={t("pages")} className="no-print flex flex-wrap items-center gap-x-8 border-t border-line py-3">
      {(previous || isBeyond) && (
        <a href={to(null)} className={look}>
          {t("first")}
        </a>
      )}
      {previous && (
        <a href={to(previous)} rel="prev" className={look}>
          {t("previous")}
        </a>
      )}
      {next && (
        <a href={to(next)} rel="next" className={look}>
          {t("next")}
        </a>
      )}
    </nav>
  );
}
