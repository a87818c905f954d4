// What a place answers to what was asked for.

import type { FactValue } from "@/lib/facts/facts";
import { FILTER_GROUPS, type FilterOption } from "@/lib/facts/filter-options";
import { optionKey } from "./entry";
import type { ListingFilters } from "./filters";
import type { AskedAnswer } from "./types";

/** The options that a place says yes to, and those that it left unsaid, by `optionKey`. */
interface OptionsAnswered {
  yes: readonly string[];
  unknown: readonly string[];
}

/** Its answer to each option that was asked for, in the order of the form. */
export function answersTo(asked: ListingFilters, { yes, unknown }: OptionsAnswered): AskedAnswer[] {
  return FILTER_GROUPS.flatMap((group) =>
    asked[group].map((option: FilterOption) => {
      const key = optionKey(group, option);
      const value: FactValue = yes.includes(key) ? "yes" : unknown.includes(key) ? "unknown" : "no";
      return { group, option, value };
    }),
  );
}

/** Those that tell something: one option of a group is enough, so beside a yes no other no of that group counts. */
export function tellingAnswers(answers: readonly AskedAnswer[]): AskedAnswer[] {
  const granted = new Set(answers.filter(({ value }) => value === "yes").map(({ group }) => group));
  return answers.filter(({ group, value }) => value !== "no" || !granted.has(group));
}
