/** Words a minute: what adults read silently of non-fiction, rounded down (Brysbaert 2019: 238 on average). */
const WORDS_A_MINUTE = 220;

/**
 * Whole minutes to read a Markdown text, at least 1. Markdown signs, URLs and citation numbers do not count as words.
 */
export function readingTime(markdown: string): number {
  // A link's end may be missing, so that no text is read again from each of its brackets.
  const text = markdown.replace(/(?:\[\[\d+\])?\]\([^)\]\n]*\)?/g, " ");
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return Math.max(1, Math.ceil(words.length / WORDS_A_MINUTE));
}
