import type { ItemList } from "schema-dts";
import type { RankedProgram } from "@/lib/rankings/types";
import { listingPath } from "@/lib/listings/paths";
import { localizedPath, type Locale } from "@/lib/shared/i18n";

/** The whole list is in the open data; here it would make the page heavier for everybody. */
const LISTED = 10;

interface RankedList {
  /** The title of the page. */
  name: string;
  /** In the order of the page. */
  entries: readonly Pick<RankedProgram, "listing">[];
}

/** The first programs of a ranking in their order. A position is no rating: scores stand on the page, with their range. */
export function rankedList(locale: Locale, site: string, { name, entries }: RankedList): Exclude<ItemList, string> {
  return {
    "@type": "ItemList",
    name,
    numberOfItems: entries.length,
    itemListOrder: "https://schema.org/ItemListOrderAscending",
    itemListElement: entries.slice(0, LISTED).map(({ listing }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      url: site + localizedPath(locale, listingPath(listing.slug)),
    })),
  };
}
