// What a search asks for, the filters and the typed text together.

import { ANSWER_GROUPS, FILTER_GROUPS } from "@/lib/facts/filter-options";
import type { ListingFilters } from "./filters";
import type { Start } from "./gazetteer";
import { readNear } from "./near";
import type { TextQuery } from "./types";

/** What of a typed text there is to look for. */
export type SoughtText = Pick<TextQuery, "document" | "nameBegins" | "asked" | "services" | "near">;

/** Nothing was typed. */
export const NO_TEXT: TextQuery = {
  text: "",
  readAs: "meaning",
  document: null,
  nameBegins: null,
  anyWord: false,
  named: null,
  asked: [],
  services: [],
  near: null,
  setAside: [],
  subject: [],
  county: [],
  asksPlace: [],
  told: [],
  numbers: [],
  words: [],
  unknown: [],
  corrections: [],
};

/** The filters with the options that the text names. */
export function askedOf(filters: ListingFilters, { asked }: Pick<SoughtText, "asked">): ListingFilters {
  const all: Record<string, readonly string[]> = Object.fromEntries(
    FILTER_GROUPS.map((group) => {
      const named = asked.filter((each) => each.group === group).flatMap(({ options }) => options);
      return [group, [...new Set([...filters[group], ...named])]];
    }),
  );
  return { ...filters, ...all };
}

/** Where distances begin: where the field says, or else where the text says. */
export function startOf(filters: ListingFilters, { near }: Pick<SoughtText, "near">): Start | null {
  const typed = filters.near === null ? null : readNear(filters.near).start;
  return typed ?? near?.start ?? null;
}

/** Whether silence can be the answer to anything asked: every place is of some kind, and a word is there or not. */
export function canBeUnknown(filters: ListingFilters, text: SoughtText): boolean {
  const asked = askedOf(filters, text);
  return ANSWER_GROUPS.some((group) => asked[group].length > 0);
}
