import { LOG_PATH } from "@/lib/corrections/paths";
import { MAP_PAGES } from "@/lib/map/paths";
import { LOCALES } from "@/lib/shared/i18n";

/**
 * The pages a change to a listing touches, as the router knows them: its own under each slug it has had, and those
 * that print its name or place. `NAMING_PAGES` are the rest.
 */
export function listingPages(slugs: readonly string[]): string[] {
  const pages = [
    ...slugs.map((slug) => `/listings/${slug}`),
    "/rankings",
    "/rankings/method",
    "/rankings/data",
    ...MAP_PAGES,
    LOG_PATH,
    "",
  ];
  return LOCALES.flatMap((locale) => pages.map((page) => `/${locale}${page}`));
}

/**
 * Further pages that name a place, as route patterns: revalidate them with the type "page". That none is missing in both
 * lists is held by tests/architecture.test.ts.
 */
export const NAMING_PAGES = [
  "/[locale]/(reading)/rankings/editions/[number]",
  "/[locale]/(reading)/rankings/kinds/[kind]",
  "/[locale]/(reading)/rankings/method/[version]",
  "/[locale]/(reading)/corrections/page/[page]",
  "/[locale]/(reading)/blog/[slug]",
] as const;
