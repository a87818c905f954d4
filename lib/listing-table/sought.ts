// What staff type into the search of their table.

import { readNumbers } from "@/lib/search/printed-numbers";
import { MAX_WORDS, plainWords } from "@/lib/search/words";
import type { SoughtWords } from "./types";

/** Such as a page's URL, pasted whole. */
const PAGE_URL = /^\S*\/listings\/([a-z0-9-]+)\S*$/i;

/** Null for a text without a letter or digit. */
export function readSought(text: string): SoughtWords | null {
  const { rest, numbers } = readNumbers(text.trim().replace(PAGE_URL, "$1"));
  const ofKind = (kind: "phone" | "license") => numbers.filter((each) => each.kind === kind).map(({ plain }) => plain);
  const words = [...new Set(plainWords(rest))].slice(0, MAX_WORDS);
  const sought = { words, phones: ofKind("phone"), licenses: ofKind("license") };
  return words.length + numbers.length === 0 ? null : sought;
}

/** Whether a slip of the hand is told from another word, and no digit makes another number of it. */
export function mayBeMisspelled(word: string): boolean {
  return word.length > 3 && !/\d/.test(word);
}
