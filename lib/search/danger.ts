// Whether a text tells of danger and asks for nothing else: then a list of places stands in the way of whom to call.

import { countChosen, type ListingFilters } from "./filters";
import type { TextQuery } from "./types";

/** Who it is and where asks for no treatment: "my brother is not breathing in Compton". */
export function isDangerAlone(filters: ListingFilters, text: TextQuery): boolean {
  const { told, readAs, asked, services, alone, words, numbers } = text;
  const isTold = told.some(({ topic }) => topic === "danger");
  const asksForCare =
    asked.some(({ group }) => group !== "people") || [services, alone].some(({ length }) => length > 0);
  const isNamed = readAs !== "meaning" || [words, numbers].some(({ length }) => length > 0);
  return isTold && !asksForCare && !isNamed && countChosen(filters) === 0;
}
