// What a person needs, as options of the search, so that nobody can write anything personal into it.

import { FACT_GROUPS, optionsOf, type FactGroup, type FilterOption } from "@/lib/facts/filter-options";

/** An option of the search, as the inquiry keeps it: "payment:medi-cal". */
export type Need = { [Group in FactGroup]: `${Group}:${FilterOption<Group>}` }[FactGroup];

interface NeedParts {
  group: FactGroup;
  option: FilterOption<FactGroup>;
}

const PARTS = new Map<Need, NeedParts>(
  FACT_GROUPS.flatMap((group) => optionsOf(group).map((option) => [`${group}:${option}` as Need, { group, option }])),
);

/** In the order of the form. */
export const NEEDS: readonly Need[] = [...PARTS.keys()];

/** The codes that are options today; a code that another version of the software wrote is left out. */
export function knownNeeds(codes: readonly string[]): Need[] {
  return NEEDS.filter((need) => codes.includes(need));
}

export function partsOf(need: Need): NeedParts {
  return PARTS.get(need)!;
}
