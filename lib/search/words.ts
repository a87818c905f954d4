// Words as the search keeps and reads them: without capitals, accents and signs.

/** Of a typed text no more words are looked for. */
export const MAX_WORDS = 8;
/**
 * Between the words that mean something, or around them: whom it is for, how it is asked. Left out of a search that has
 * others; so is a small number, as in "12 step".
 */
const LINKING = new Set(
  (
    "a about accept accepts all am an and any anyone are at be been best boyfriend brother but by call can cant child " +
    "could dad daughter did do does dont ext extension father fax find for friend from get getting girlfriend give " +
    "gives go going good great has have he her him his how husband i id if im in into is it its ive just kid know lic " +
    "license licence licensed like looking loved me mom mother my near need needs no not number of off offer offers on " +
    "one open or our out phone please quit really she should show sister so some someone son start stop take takes " +
    "taking tel telephone that thats the their them there these they this those to too top try trying up us use uses " +
    "using very want wants was way we what whats when where wheres which who wife will with work works would you your " +
    "a ahora al algo alguien alguna alguno amigo ayudame buena bueno busca buscar buscando busco cerca como con cual " +
    "cuales cuando de dejar del donde e el ella en encontrar entrar es esa ese esposa esposo esta estan este estoy ha " +
    "hay hermana hermano hija hijo ir la las le les licencia llamar lo los madre mama mas me mejor mejores mi mis muy " +
    "necesita necesito no nos novia novio num numero o otra otro padre papa para pareja por porque puede puedo que " +
    "quien quiere quiero se ser si soy su sus tambien telefono tengo tiene u un una usa usan usar voy y ya"
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

/** Between two phrases of which either will do. */
const EITHER = new Set(["or", "o", "u"]);

export function isEither(word: string): boolean {
  return EITHER.has(word);
}

/** Whether a word only links others: "near", "con", "my". */
export function isLinking(word: string): boolean {
  return LINKING.has(word) || SMALL_NUMBER.test(word);
}

/** A service among an entry's words, different from words of a name. */
export function serviceWord(code: string): string {
  return `:${code}`;
}

/** A word of `document` in a query of it; `prefix` finds longer words too. */
export function inDocument(word: string, { prefix = false } = {}): string {
  return `'${word.replace(/['\\]/g, "$&$&")}'${prefix ? ":*" : ""}`;
}
