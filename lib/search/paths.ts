import type { Locale } from "@/lib/shared/i18n";

/** Where public/filters.js asks how many places fit what is ticked and typed. */
export function searchCountPath(locale: Locale): string {
  return `/api/search-count/${locale}`;
}
