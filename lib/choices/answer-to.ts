import { resolveFacts, type FactValue } from "@/lib/facts/facts";
import { codesOf } from "@/lib/facts/filter-labels";
import type { FilterGroup, FilterOption } from "@/lib/facts/filter-options";
import { answerOf } from "@/lib/facts/key-facts";
import { PEOPLE, whoCanGo } from "@/lib/facts/who-can-go";
import type { ListingDetail } from "@/lib/listings/types";

type Answering = Pick<ListingDetail, "kind" | "sheets" | "licenses">;

/** What a place answers to an option of the search, from its facts of today. */
export function answerTo({ kind, sheets, licenses }: Answering, group: FilterGroup, option: FilterOption): FactValue {
  if (group === "kind") return kind === option ? "yes" : "no";
  const facts = resolveFacts(sheets);
  const people = PEOPLE.find((each) => each === option);
  if (group !== "people" || !people) return answerOf(facts, codesOf(group, option));
  const populations = licenses.map(({ targetPopulation }) => targetPopulation);
  return whoCanGo(facts, populations).answers[people];
}
