// Words as the search keeps and reads them: without capitals, accents and signs.

/** Of a typed text no more words are looked for. */
export const MAX_WORDS = 8;
/**
 * Between the words that mean something, or around them: whom it is for, how it is asked. Left out of a search that has
 * others; so is a small number, as in "12 step".
 */
const LINKING = new Set(
  (
    "a accept accepts all am an and any anyone are at best boyfriend brother by call can child dad daughter do does " +
    "father find for friend from get getting girlfriend give gives go good has have he her him how husband i in into is " +
    "kid know looking loved me mom mother my near need number of off offer offers on one open or phone please quit she " +
    "sister someone son stop take takes taking tel telephone that the their there they to use uses using want we what " +
    "when where which who wife with " +
    "a al alguien amigo ayudame buena bueno busco cerca como con cual cuales cuando de dejar del donde el ella en es " +
    "esposa esposo esta estan hay hermana hermano hija hijo la las le les llamar lo los madre mama me mejor mejores mi " +
    "mis necesita necesito novia novio numero o padre papa para pareja por porque que quien quiere quiero se soy su sus " +
    "telefono tengo tiene un una usa usan y"
  ).split(" "),
);
const SMALL_NUMBER = /^\d{1,2}$/;

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

/** Whether a word only links others: "near", "con", "my". */
export function isLinking(word: string): boolean {
  return LINKING.has(word) || SMALL_NUMBER.test(word);
}

/** A service among an entry's words, different from words of a name. */
export function serviceWord(code: string): string {
  return `:${code}`;
}

/** How a city stands there, whole. */
export function cityWord(city: string): string {
  return `:c${plainWords(city).join(" ")}`;
}

/** A word of `document` in a query of it; `prefix` finds longer words too. */
export function inDocument(word: string, { prefix = false } = {}): string {
  return `'${word.replace(/['\\]/g, "$&$&")}'${prefix ? ":*" : ""}`;
}
