// Words as the search keeps and reads them: without capitals, accents and signs.

const MAX_WORDS = 8;
/** Words between those that mean something; a search with other words leaves them out. */
const LINKING = new Set("a an and at for in near of the with cerca con de en para y".split(" "));

/** "St. John's Child & Family" → st, johns, child, family. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/[\p{M}'’]/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** What a typed text asks for: at most a handful of different words. */
export function typedWords(text: string): string[] {
  const words = [...new Set(plainWords(text))];
  const telling = words.filter((word) => !LINKING.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MAX_WORDS);
}

/** A service among an entry's words, different from words of a name. */
export function serviceWord(code: string): string {
  return `:${code}`;
}

/** A word of `document` in a query of it; `prefix` finds longer words too. */
export function inDocument(word: string, { prefix = false } = {}): string {
  return `'${word.replace(/['\\]/g, "$&$&")}'${prefix ? ":*" : ""}`;
}
