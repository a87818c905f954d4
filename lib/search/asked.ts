// What a search asks for, the filters and the typed text together.

import { FACT_GROUPS } from "@/lib/facts/filter-options";
import type { ListingFilters } from "./filters";
import type { TextQuery } from "./types";

/** What of a typed text there is to look for. */
export type SoughtText = Pick<TextQuery, "document" | "option">;

/** The filters with the option that the text was read as. */
export function askedOf(filters: ListingFilters, { option }: SoughtText): ListingFilters {
  if (!option) return filters;
  const options: readonly string[] = filters[option.group];
  return { ...filters, [option.group]: [...new Set([...options, option.option])] };
}

/** Whether silence can be the answer to anything asked: every place is of some kind, and a word is there or not. */
export function canBeUnknown(filters: ListingFilters, text: SoughtText): boolean {
  const asked = askedOf(filters, text);
  return FACT_GROUPS.some((group) => asked[group].length > 0);
}
