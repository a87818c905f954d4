import "server-only";
import { parse } from "node:querystring";
import type { StampedPages } from "@/lib/server/stamped-pages";
import { LOCALES, localizedPath } from "@/lib/shared/i18n";
import { parseFilters } from "./filters";

const PATHS = new Set(LOCALES.map((locale) => localizedPath(locale, "/listings")));

/**
 * The first pages of searches that ask only for what can be chosen. Words that somebody typed, and where they are, are
 * not kept, not for a moment.
 */
export const CHOSEN_SEARCHES: StampedPages = {
  has: (url) => {
    const [path = "", ...query] = url.split("?");
    if (!PATHS.has(path)) return false;
    const { filters, ignored } = parseFilters(parse(query.join("?"), undefined, undefined, { maxKeys: 0 }));
    return ignored.length === 0 && filters.text === "" && filters.near === null && filters.after === null;
  },
};
