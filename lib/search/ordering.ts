// In which order a search's places come, and where a page of them begins.

import type { Coordinates } from "@/lib/shared/geo";
import type { ListingFilters } from "./filters";
import { middleOfZip } from "./near";
import type { Cursor } from "./search-cursor";

export type Ordering =
  | { sort: "rank" | "name"; near: Coordinates | null; cursor: Cursor | null }
  | { sort: "distance"; near: Coordinates; cursor: Cursor | null };

/** The order asked for, as far as there is something to order by; a cursor made in another order begins anew. */
export function orderingOf({ near: zip, sort, after }: ListingFilters): Ordering {
  const near = zip === null ? null : middleOfZip(zip);
  const wanted = sort ?? (near ? "distance" : "rank");
  const cursor = (order: typeof wanted) => (after?.sort === order ? after : null);
  if (wanted === "distance" && near) return { sort: wanted, near, cursor: cursor(wanted) };
  const other = wanted === "name" ? wanted : "rank";
  return { sort: other, near, cursor: cursor(other) };
}
