// What a search without results can let go of, and in which order.

import type { FilterGroup } from "@/lib/facts/filter-options";
import { withFilters, type ListingFilters } from "./filters";
import { withoutPhrase } from "./phrases";
import type { Relaxation, TextQuery, TypedPart } from "./types";

type Parts = Relaxation["without"];

/**
 * How badly a person needs each part. Without their medication, their language or a place that takes them at all a door
 * is the wrong one; whoever cannot pay is sent away. To hear that nobody said it is better than to let go of it.
 */
const NEEDED: Record<FilterGroup | "text" | "unknown", number> = {
  text: 0,
  kind: 0,
  level: 0,
  access: 0,
  unknown: 1,
  population: 2,
  people: 2,
  language: 2,
  medication: 2,
  keeping: 2,
  payment: 3,
};

/** What comes later in the list: the part that is needed most decides. A typed phrase is what it asks for. */
export function neededBy(parts: Parts, { asked, alone }: Pick<TextQuery, "asked" | "alone">): number {
  const groups = [...asked, ...alone.map(({ typed }) => ({ typed, group: "people" as const }))];
  const whole = (part: Parts[number]) =>
    isTyped(part) ? (groups.find(({ typed }) => part === `typed:${typed}`)?.group ?? "text") : part;
  return Math.max(...parts.map((part) => NEEDED[whole(part)]));
}

export function isTyped(part: Parts[number]): part is TypedPart {
  return part.startsWith("typed:");
}

/** The phrases, as they were typed, that a part of the text is. */
export function phrasesIn(
  part: TypedPart | "text",
  { words, numbers, unknown }: Pick<TextQuery, "words" | "numbers" | "unknown">,
): readonly string[] {
  return part === "text" ? [...words, ...numbers, ...unknown] : [part.slice("typed:".length)];
}

/** The search from its first page, without these parts. */
export function relaxed(filters: ListingFilters, parts: Parts, text: TextQuery): ListingFilters {
  const isOfText = (part: Parts[number]) => part === "text" || isTyped(part);
  const ticked = parts.filter((part): part is FilterGroup => part !== "unknown" && !isOfText(part));
  const typed = parts.filter((part): part is TypedPart | "text" => isOfText(part));
  return withFilters(filters, {
    ...Object.fromEntries(ticked.map((group) => [group, []])),
    ...(parts.includes("unknown") && { includeUnknown: true }),
    ...(typed.length > 0 && withoutPhrases(filters, typed, text)),
  });
}

/** What is left of the text. Words that nothing is called go with any other: alone they would find nothing. */
function withoutPhrases({ words }: ListingFilters, parts: readonly (TypedPart | "text")[], text: TextQuery) {
  const phrases = [...parts.flatMap((part) => phrasesIn(part, text)), ...text.unknown];
  const rest = text.readAs === "meaning" ? phrases.reduce(withoutPhrase, text.text) : "";
  return { text: rest, words: rest === "" ? null : words };
}
