import type { BreadcrumbList } from "schema-dts";
import { localizedPath, type Locale } from "@/lib/shared/i18n";

/** A page on the way from the home page. */
export interface Crumb {
  name: string;
  /** The English path. */
  path: string;
}

/** The way to a page, beginning below the home page and ending with the page itself. */
export function breadcrumbs(locale: Locale, site: string, way: readonly Crumb[]): Exclude<BreadcrumbList, string> {
  return {
    "@type": "BreadcrumbList",
    itemListElement: way.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: site + localizedPath(locale, path),
    })),
  };
}
