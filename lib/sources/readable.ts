// The state's list is written in capitals. What becomes a listing's name and street is written as people write them.

/** Written in capitals wherever they stand. Words without a vowel are too. */
const CAPITALS = new Set(
  "AA AIDS ATC CA DUI HIV IOP LGBT LLC LLP LP NA OTP PC PHP SUD UCLA USA USC VA YMCA YWCA".split(" "),
);
/** Words without a vowel that are abbreviations of a word. */
const SHORTENED = new Set(
  "BLDG BLVD BLVDS CNTR CT CTR DR FT HWY JR LN LTD MR MRS MS MSR MT PKWY PL RD SQ SR ST STE STS".split(" "),
);
const ROMAN = /^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3})$/;
const LINKS = new Set("a and at by dba de del for from in of on or the to with".split(" "));
const DIRECTION = /^(?:N|S|E|W|NE|NW|SE|SW)$/;

/**
 * "REGGIE'S RECOVERY II, LLC" → "Reggie's Recovery II, LLC". A text that has small letters stays as it is; a word with a
 * meaning of its own in capitals that we do not know is written like any word.
 */
export function readableName(text: string): string {
  const all = text.match(WORD) ?? [];
  return readable(text, (word, index, next) => {
    const isInside = index > 0 && index < all.length - 1;
    if (isInside && next !== "." && LINKS.has(word.toLowerCase())) return word.toLowerCase();
    // "Recovery LA", "LA County", and La Cienega.
    if (word === "LA") return index === all.length - 1 || all[index + 1] === "COUNTY" ? word : "La";
    return ROMAN.test(word) || isInitials(word) ? word : capitalized(word);
  });
}

/** "3750 SUITE B AND C SOUTH GRAND AVENUE" → "3750 Suite B and C South Grand Avenue"; "10TH ST." → "10th St." */
export function readableStreet(text: string): string {
  return readable(text, (word) => {
    if (word === "AND") return "and";
    if (DIRECTION.test(word) || isInitials(word)) return word;
    return /^\d/.test(word) ? word.replace(/(?:ST|ND|RD|TH)$/, (ending) => ending.toLowerCase()) : capitalized(word);
  });
}

type Write = (word: string, index: number, next: string) => string;

function readable(text: string, write: Write): string {
  if (/\p{Ll}/u.test(text)) return text;
  let index = -1;
  return text.replace(WORD, (word, at: number) => write(word, ++index, text.charAt(at + word.length)));
}

/** An apostrophe is part of a word: REGGIE'S. */
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** One letter, letters that no word has (LH, FFC), or letters that we know. */
function isInitials(word: string): boolean {
  const hasNoVowel = /^[B-DF-HJ-NP-TV-XZ]{2,}$/.test(word) && !SHORTENED.has(word);
  return /^\p{Lu}$/u.test(word) || hasNoVowel || CAPITALS.has(word);
}

/** "O'CONNOR" → "O'Connor", "MCINTYRE" → "McIntyre", "REGGIE'S" → "Reggie's", "PATH2" → "Path2". */
function capitalized(word: string): string {
  const small = word.toLowerCase();
  return small
    .replace(/^(\p{L})/u, (letter) => letter.toUpperCase())
    .replace(/^(O['’])(\p{L})/u, (_, start: string, letter: string) => start + letter.toUpperCase())
    .replace(/^Mc(?=\p{L}{3})(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}
