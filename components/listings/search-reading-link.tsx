import type { ReactNode } from "react";
import { filtersQuery, withFilters, type ListingFilters, type Wording } from "@/lib/search/filters";
import { localizedPath, type Locale } from "@/lib/shared/i18n";

interface ReadingLinkProps {
  locale: Locale;
  filters: ListingFilters;
  /** How the same text is to be read instead. */
  wording: Wording;
  children: ReactNode;
}

/** The same search with its text read in another way. */
export function ReadingLink({ locale, filters, wording, children }: ReadingLinkProps) {
  const query = filtersQuery(withFilters(filters, { words: wording }));
  return (
    <a href={localizedPath(locale, `/listings${query}#results`)} className="text-link">
      {children}
    </a>
  );
}
