// What people call things here: one reviewed table a language (vocabulary.en.json, vocabulary.es.json) says of each
// phrase what it means, what it searches or sets, and why. The filters' own words stand in option-names, those of
// services in service-words, places in the gazetteer.

import { FILTER_GROUPS, type FilterGroup, type FilterOption } from "@/lib/facts/filter-options";
import type { Locale } from "@/lib/shared/i18n";
import type { AskedAlone, Topic } from "./types";
import en from "./vocabulary.en.json";
import es from "./vocabulary.es.json";
import { plainWords } from "./words";

/** What a phrase means. A row has at least one of the first six. */
export interface Meaning {
  /** One group of the filters, and options of it: a place needs one of them. */
  sets?: { group: FilterGroup; options: readonly FilterOption[] };
  /** Codes of the survey: a place needs one of them. */
  services?: readonly string[];
  /** Who can go there, and nobody else. */
  alone?: AskedAlone["who"];
  /** A relative: somebody else than who is named so may be the patient. */
  relative?: boolean;
  /** The whole directory is about it: it leaves no place out. */
  subject?: boolean;
  /** Where the person is has to be known. */
  asksPlace?: boolean;
  /** What the page says about it: what our records do not have, or what to mind. */
  tells?: Topic;
  /** It is care for people with another disorder: places that give only such care need not come last. */
  asksOthers?: boolean;
  /** A word that those have in their names who are meant first of all. */
  calls?: string;
  /** Places are called so too: the words are also looked for in names. */
  named?: boolean;
}

/** A row of a table. Its words are divided by commas; for reviewers it says why. */
export interface VocabularyRow extends Omit<Meaning, "sets"> {
  words: string;
  /** By a word that means this, how it is often mistyped: read the same, and never printed as the right spelling. */
  mistyped?: Readonly<Record<string, string>>;
  sets?: Partial<Record<FilterGroup, readonly FilterOption[]>>;
  why: string;
}

export const VOCABULARY = { en: en.rows, es: es.rows } as Record<Locale, readonly VocabularyRow[]>;

/** The phrases of a row, in plain words, those that are often mistyped too. */
export function phrasesOf({ words, mistyped }: Pick<VocabularyRow, "words" | "mistyped">): string[] {
  return [words, ...Object.values(mistyped ?? {})].flatMap(listed);
}

function listed(words: string): string[] {
  return words.split(",").map((phrase) => plainWords(phrase).join(" "));
}

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  Object.values(VOCABULARY).flatMap((rows) =>
    rows.flatMap((row) => phrasesOf(row).map((phrase): [string, Meaning] => [phrase, meaningOf(row)])),
  ),
);

function meaningOf({
  sets,
  services,
  alone,
  relative,
  subject,
  asksPlace,
  tells,
  asksOthers,
  calls,
  named,
}: VocabularyRow): Meaning {
  const group = FILTER_GROUPS.find((each) => sets?.[each]);
  return {
    ...(group && { sets: { group, options: sets?.[group] ?? [] } }),
    ...(services && { services }),
    ...(alone && { alone }),
    ...(relative && { relative }),
    ...(subject && { subject }),
    ...(asksPlace && { asksPlace }),
    ...(tells && { tells }),
    ...(asksOthers && { asksOthers }),
    ...(calls && { calls }),
    ...(named && { named }),
  };
}

/** What a phrase, in plain words, means; null for one that stands in no table. */
export function meaningCalled(phrase: string): Meaning | null {
  return MEANINGS.get(phrase) ?? null;
}

/** A shorter one may be another word. */
const MIN_BEGUN = 6;

/** The words of the tables and filters that a word is all but the last letter of: "metadon", "methadon". */
export function wordsBegun(word: string): string[] {
  return word.length < MIN_BEGUN || /\P{L}/u.test(word) ? [] : LAST_LETTERS.map((letter) => `${word}${letter}`);
}

const LAST_LETTERS = ["a", "e", "o", "d", "n", "l", "t"];

const ROWS = Object.values(VOCABULARY).flat();

/** Every phrase of the tables that is spelled right, in plain words. */
export const VOCABULARY_PHRASES: readonly string[] = ROWS.flatMap(({ words }) => listed(words));

/** The right spelling of each word that the tables have as often mistyped. */
export const RIGHT_SPELLINGS: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(({ mistyped = {} }) =>
    Object.entries(mistyped).flatMap(([right, wrong]) => listed(wrong).map((each): [string, string] => [each, right])),
  ),
);
