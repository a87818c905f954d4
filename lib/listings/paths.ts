import { LOG_PATH } from "@/lib/corrections/paths";
import { MAP_PAGES } from "@/lib/map/paths";
import { LOCALES } from "@/lib/shared/i18n";

/**
 * The pages a change to a listing touches, as the router knows them: its own under each slug it has had, and those
 * that print its name or place.
 */
export function listingPages(slugs: readonly string[]): string[] {
  const pages = [
    ...slugs.map((slug) => `/listings/${slug}`),
    "/rankings",
    "/rankings/method",
    ...MAP_PAGES,
    LOG_PATH,
    "",
  ];
  return LOCALES.flatMap((locale) => pages.map((page) => `/${locale}${page}`));
}
