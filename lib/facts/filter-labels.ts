// The words for what one can filter by. Most options are one code of the survey and share its words.

import { messagesOf, type Locale } from "@/lib/shared/i18n";
import { attributeLabel } from "./attribute-labels";
import { OPTION_CODES, type FilterGroup, type FilterOption } from "./filter-options";

/** A group in plain words: "payment" → "Paying". */
export function groupLabel(locale: Locale, group: FilterGroup): string {
  return messagesOf(locale).filters.groups[group];
}

/** An option in plain words: ("payment", "sliding-fee") → "Fee by income (sliding scale)". */
export function optionLabel(locale: Locale, group: FilterGroup, option: FilterOption): string {
  const { filters, listings } = messagesOf(locale);
  const own: Record<string, Record<string, string | undefined> | undefined> = {
    ...filters.options,
    kind: listings.kind,
  };
  return own[group]?.[option] ?? attributeLabel(locale, codesOf(group, option)[0] ?? option);
}

/** The survey codes behind an option; none for `people` and `kind`. */
export function codesOf(group: FilterGroup, option: string): readonly string[] {
  const codes: Record<string, readonly string[] | undefined> =
    group === "kind" || group === "people" ? {} : OPTION_CODES[group];
  return codes[option] ?? [];
}
