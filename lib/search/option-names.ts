// The names of the filters' options. A text that is such a name asks for exactly what the filter asks for: a person who
// types "Medi-Cal" and a person who ticks it see the same places.

import { optionLabel } from "@/lib/facts/filter-labels";
import { FILTER_GROUPS, optionsOf, type FilterGroup } from "@/lib/facts/filter-options";
import { LOCALES } from "@/lib/shared/i18n";
import type { ChosenOption } from "./types";
import { plainWords } from "./words";

/** Of two options with one name ("hospital" is a level of care and a kind of place), the first in the form counts. */
const OPTION_OF_NAME: ReadonlyMap<string, ChosenOption> = new Map(
  FILTER_GROUPS.flatMap((group) =>
    optionsOf(group).flatMap((option) =>
      namesOf(group, option).map((name): [string, ChosenOption] => [name, { group, option }]),
    ),
  ).reverse(),
);

/** The option with this name; null when there is none. Capitals, accents and signs make no difference. */
export function optionCalled(text: string): ChosenOption | null {
  return OPTION_OF_NAME.get(plainName(text)) ?? null;
}

/** An option as it is in a URL, and its words in every language with and without what is in parentheses. */
export function namesOf(group: FilterGroup, option: ChosenOption["option"]): string[] {
  const labels = LOCALES.map((locale) => optionLabel(locale, group, option));
  const short = labels.map((label) => label.replace(/\([^)]*\)/g, " "));
  return [...new Set([option, ...labels, ...short].map(plainName))];
}

function plainName(text: string): string {
  return plainWords(text).join(" ");
}
