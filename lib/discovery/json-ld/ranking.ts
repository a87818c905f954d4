import type { ItemList } from "schema-dts";
import type { ListPart } from "@/lib/rankings/list-pages";
import type { RankedProgram } from "@/lib/rankings/types";
import { listingPath } from "@/lib/listings/paths";
import { localizedPath, type Locale } from "@/lib/shared/i18n";

interface RankedList {
  /** The title of the list. */
  name: string;
  /** Those that stand on the page. */
  part: Pick<ListPart<Pick<RankedProgram, "listing">>, "entries" | "from" | "total">;
}

/**
 * The programs of one page of a ranking in their order, counted through the whole list. A position is no rating: scores
 * stand on the page, with their range.
 */
export function rankedList(
  locale: Locale,
  site: string,
  { name, part: { entries, from, total } }: RankedList,
): Exclude<ItemList, string> {
  return {
    "@type": "ItemList",
    name,
    numberOfItems: total,
    itemListOrder: "https://schema.org/ItemListOrderAscending",
    itemListElement: entries.map(({ listing }, index) => ({
      "@type": "ListItem",
      position: from + index,
      url: site + localizedPath(locale, listingPath(listing.slug)),
    })),
  };
}
