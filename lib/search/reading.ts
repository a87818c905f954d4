// What a typed text asks for, as far as that can be told without the database: numbers, options of the filters, a place
// of the county, the directory's own subject, and the words that are left.

import { areaCalled, AREA_NAMES, type NamedArea } from "./gazetteer";
import { optionCalled } from "./option-names";
import { takeNumbers } from "./printed-numbers";
import type { AskedOption } from "./types";
import { ASKED_PHRASES, SUBJECT_PHRASES } from "./vocabulary";
import { isLinking, MAX_WORDS, plainWords } from "./words";

export interface Reading {
  /** Options that the text names, with the words that name them. All of them hold. */
  asked: AskedOption[];
  /** The city or neighborhood that the text names, and the plain words that name it; of several the first. */
  near: (NamedArea & { phrase: string }) | null;
  /** Words, as they were typed, that restrict nothing, because the whole directory is about them. */
  subject: string[];
  /** Conditions on the document: numbers that a listing prints. */
  numbers: string[];
  /** What is left, to be found in names, cities and services. */
  words: string[];
}

/** No phrase that means something is longer. */
const MAX_PHRASE_WORDS = 5;

/** A word of a text: without capitals, accents and signs, and where it stands. */
interface Word {
  plain: string;
  start: number;
  end: number;
}

/**
 * Reads a text from left to right, the longest phrase that means something first.
 * @param spelled how a mistyped word is meant
 */
export function readingOf(text: string, spelled: (word: string) => string = (word) => word): Reading {
  const { rest, conditions } = takeNumbers(text);
  const words = wordsOf(rest).map((word) => ({ ...word, plain: spelled(word.plain) }));
  const reading: Reading = { asked: [], near: null, subject: [], numbers: conditions, words: [] };
  // The names of some options are longer than any phrase.
  for (let at = takes(reading, rest, words) ? words.length : 0; at < words.length;)
    at += takePhrase(reading, rest, words.slice(at, at + MAX_PHRASE_WORDS));
  return { ...reading, words: tellingWords(reading.words, hasMeaning(reading)) };
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)].flatMap(({ 0: typed, index }) =>
    plainWords(typed).map((plain) => ({ plain, start: index, end: index + typed.length })),
  );
}

/** Whether anything of the text means something beside words of a name. */
export function hasMeaning({ asked, near, subject, numbers }: Reading): boolean {
  return asked.length > 0 || near !== null || subject.length > 0 || numbers.length > 0;
}

/** Without those that only link others, unless nothing else was typed. */
function tellingWords(words: readonly string[], hasOthers: boolean): string[] {
  const telling = words.filter((word) => !isLinking(word));
  return [...new Set(telling.length > 0 || hasOthers ? telling : words)].slice(0, MAX_WORDS);
}

/** @returns how many words it took */
function takePhrase(reading: Reading, text: string, words: readonly Word[]): number {
  for (let length = words.length; length > 0; length--) if (takes(reading, text, words.slice(0, length))) return length;
  reading.words.push(words[0]!.plain);
  return 1;
}

/** Whether the words together mean something, in the plural too. */
function takes(reading: Reading, text: string, words: readonly Word[]): boolean {
  const plain = words.map((word) => word.plain).join(" ");
  const typed = text.slice(words[0]?.start, words.at(-1)?.end);
  return [plain, withoutPlural(plain)].some((phrase) => {
    const option = optionCalled(phrase);
    const asked = option ? { group: option.group, options: [option.option] } : ASKED_PHRASES.get(phrase);
    const near = areaCalled(phrase);
    if (asked) reading.asked.push({ typed, ...asked });
    else if (near) reading.near ??= { ...near, phrase };
    else if (SUBJECT_PHRASES.has(phrase)) reading.subject.push(typed);
    else return false;
    return true;
  });
}

/** "clinics" → "clinic"; "clínicas" too, for the ending is the same. */
function withoutPlural(phrase: string): string {
  return phrase.replace(/(?<=[^s])s$/, "");
}

/** Every single word that means something here, to find what a mistyped one means. */
export const MEANT_WORDS: readonly string[] = [
  ...new Set([...SUBJECT_PHRASES, ...ASKED_PHRASES.keys(), ...AREA_NAMES].flatMap((phrase) => phrase.split(" "))),
]
  .filter((word) => word.length > 2)
  .sort();
