import "server-only";
import { LOCALES, localizedPath } from "@/lib/shared/i18n";
import { paramsOf } from "@/lib/shared/search-params";
import { parseFilters } from "./filters";

const PATHS = new Set(LOCALES.map((locale) => localizedPath(locale, "/listings")));

/** Tens of thousands live in one; a longer one (ZIP+4) is a side of a street. */
const ZIP = /^\d{5}$/;

/**
 * Whether a URL is the first page of a search that asks only for what can be chosen, and near nothing smaller than a
 * ZIP code: such a page may be kept for others. Words that somebody typed are not kept, not for a moment.
 * @param url with its query
 */
export function isChosenSearch(url: string): boolean {
  const [path = "", ...query] = url.split("?");
  if (!PATHS.has(path)) return false;
  const params = paramsOf(query.join("?"));
  const { filters, ignored } = parseFilters(params);
  // As it was written: the page is kept by its URL, and of a longer text the filter is only the ZIP code in it.
  const isNearZip = filters.near === null || ZIP.test(String(params.near));
  return ignored.length === 0 && filters.text === "" && isNearZip && filters.after === null;
}
