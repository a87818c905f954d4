import { groupLabel, optionLabel } from "@/lib/facts/filter-labels";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import type { ListingFilters } from "@/lib/search/filters";
import type { Start } from "@/lib/search/gazetteer";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { nearLabel } from "./start-text";

/**
 * All that a search asks for, as a line of text: "How to pay: Medi-Cal · Near ZIP code 90012"; "" when it asks nothing.
 * @param start where distances begin
 */
export function questionText(locale: Locale, filters: ListingFilters, start: Start | null): string {
  const t = getTranslator(locale, "filters");
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const parts = [
    filters.text && t("typed", { text: filters.text }),
    ...FILTER_GROUPS.filter((group) => filters[group].length > 0).map((group) => {
      return `${groupLabel(locale, group)}: ${list.format(filters[group].map((option) => optionLabel(locale, group, option)))}`;
    }),
    start && nearLabel(locale, start),
    filters.includeUnknown && t("unknown.label"),
  ];
  return parts.filter(Boolean).join(" · ");
}
