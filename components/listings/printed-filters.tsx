import type { ListingFilters } from "@/lib/search/filters";
import type { SearchAnswer } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { questionText } from "./question-text";

interface PrintedFiltersProps {
  locale: Locale;
  filters: ListingFilters;
  near: SearchAnswer["near"];
}

/** On paper: what was asked for, as a line of text in place of the form. */
export function PrintedFilters({ locale, filters, near }: PrintedFiltersProps) {
  const text = questionText(locale, filters, near?.start ?? null);
  if (!text) return null;
  return (
    <p className="hidden print:block">
      {getTranslator(locale, "filters")("active")}: {text}
    </p>
  );
}
