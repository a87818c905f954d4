"use server";

import { getTranslator, isLocale } from "@/lib/shared/i18n";
import { parseFilters } from "./filters";
import { countFitting } from "./queries";

/** How many places fit, in the page's language. */
interface CountInWords {
  /** "Show 83 places", for the button. */
  show: string;
  /** "83 places", for a screen reader. */
  said: string;
}

/**
 * Counts the places that fit the search's form as it stands, while somebody fills it in. It reads and keeps nothing. What
 * was typed is in the body of the request and not in its URL, which is the page's: so it waits in the page's line too
 * (costly-requests).
 */
export async function countFittingAction(locale: string, sent: FormData): Promise<CountInWords> {
  // A program can call the action with any values.
  const form = sent instanceof FormData ? sent : new FormData();
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const { filters } = parseFilters(Object.fromEntries([...form.keys()].map((name) => [name, texts(name)])));
  const { value: count, isAtLeast } = (await countFitting(filters)).fitting;
  const t = getTranslator(isLocale(locale) ? locale : "en", "filters");
  return {
    show: t(isAtLeast ? "showMany" : "show", { count }),
    said: t(isAtLeast ? "resultsMany" : "results", { total: count }),
  };
}
