import "server-only";
import { LOCALES, localizedPath } from "@/lib/shared/i18n";
import { paramsOf } from "@/lib/shared/search-params";
import { parseFilters } from "./filters";

const PATHS = new Set(LOCALES.map((locale) => localizedPath(locale, "/listings")));

/**
 * Whether a URL is the first page of a search that asks only for what can be chosen: such a page may be kept for others.
 * Words that somebody typed, and where they are, are not kept, not for a moment.
 * @param url with its query
 */
export function isChosenSearch(url: string): boolean {
  const [path = "", ...query] = url.split("?");
  if (!PATHS.has(path)) return false;
  const { filters, ignored } = parseFilters(paramsOf(query.join("?")));
  return ignored.length === 0 && filters.text === "" && filters.near === null && filters.after === null;
}
