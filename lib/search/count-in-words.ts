import "server-only";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { SearchParams } from "@/lib/shared/search-params";
import { parseFilters } from "./filters";
import { countFitting } from "./queries";

/** How many places fit, in the page's language. */
interface CountInWords {
  /** "Show 83 places", for the button. */
  show: string;
  /** "83 places", for a screen reader. */
  said: string;
}

/** Counts the places that fit the search's form as it stands. It reads and keeps nothing. */
export async function countInWords(locale: Locale, form: SearchParams): Promise<CountInWords> {
  const { value: count, isAtLeast } = (await countFitting(parseFilters(form).filters)).fitting;
  const t = getTranslator(locale, "filters");
  return {
    show: t(isAtLeast ? "showMany" : "show", { count }),
    said: t(isAtLeast ? "resultsMany" : "results", { total: count }),
  };
}
