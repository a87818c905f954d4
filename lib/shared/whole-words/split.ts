// Words that a line never breaks inside, because half of one reads as another: "Medi-" at the end of a line is no name.
// Why it is done like this: docs/decisions/0054-words-that-stay-whole.md

/** More letters than this may be wider than a small window with text of double size. */
const MAX_LETTERS = 10;

/** The class of an element that has a word and nothing else: a long one stays whole as long as a line can hold it. */
export function wholeClass(word: string): "whole" | "whole-long" {
  return word.length > MAX_LETTERS ? "whole-long" : "whole";
}

/** Medi-Cal, a phone, a ZIP+4. Browsers break each after its hyphens, and "24/7" or "P.O." never. */
const WORD = /Medi-Cal|(?<![\d-])(?:\d-)?\d{3}-\d{3}-\d{4}(?![\d-])|(?<![\d-])\d{5}-\d{4}(?![\d-])/;
const WORDS = new RegExp(`(${WORD.source})`);

/**
 * A text in parts: those at odd indices (counted from 0) are words that stay whole.
 * @returns null when it has none
 */
export function splitWhole(text: string): string[] | null {
  return text.includes("-") && WORD.test(text) ? text.split(WORDS) : null;
}

/** Whether a text is one such word and nothing else. */
export function isWhole(parts: readonly string[]): boolean {
  return parts.length === 3 && parts[0] === "" && parts[2] === "";
}
