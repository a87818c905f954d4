import { groupLabel, optionLabel } from "@/lib/facts/filter-labels";
import { FILTER_GROUPS } from "@/lib/facts/filter-options";
import type { ListingFilters } from "@/lib/search/filters";
import type { SearchAnswer } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { nearLabel } from "./start-text";

interface PrintedFiltersProps {
  locale: Locale;
  filters: ListingFilters;
  near: SearchAnswer["near"];
}

/** On paper: what was asked for, as a line of text in place of the form. */
export function PrintedFilters({ locale, filters, near }: PrintedFiltersProps) {
  const t = getTranslator(locale, "filters");
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const parts = [
    filters.text && t("typed", { text: filters.text }),
    ...FILTER_GROUPS.filter((group) => filters[group].length > 0).map((group) => {
      return `${groupLabel(locale, group)}: ${list.format(filters[group].map((option) => optionLabel(locale, group, option)))}`;
    }),
    near?.start && nearLabel(locale, near.start),
    filters.includeUnknown && t("unknown.label"),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <p className="hidden print:block">
      {t("active")}: {parts.join(" · ")}
    </p>
  );
}
