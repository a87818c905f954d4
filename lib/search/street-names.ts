// The name of a street, as a person types it who looks for a place there: "Vermont Ave", "santa monica bl", "on Wilshire".

import { STREET_FILLERS, streetWord } from "./printed-numbers";
import { inDocument, isLinking, plainWords } from "./words";

/** What kinds of streets are called, in full and short; listings print either. */
const KINDS = [
  ["st", "street", "calle"],
  ["av", "ave", "avenue", "avenida"],
  ["bl", "blvd", "boulevard", "bulevar"],
  ["rd", "road"],
  ["dr", "drive"],
  ["ln", "lane"],
  ["wy", "way"],
  ["hwy", "highway"],
  ["pl", "place"],
  ["ct", "court"],
  ["pkwy", "parkway"],
];
/** So much of a kind's name tells it, while somebody types. */
const TELLS_KIND = 3;
const MAX_NAME_WORDS = 4;

/**
 * The condition on the document that finds places on a street whose name and kind the text is, with words after it that
 * their names or cities have: "vermont ave los angeles". Null for a text without a kind of street.
 */
export function streetOfKind(text: string): string | null {
  const words = plainWords(text);
  const at = words.findIndex((word, index) => index > 0 && kindCalled(word, index === words.length - 1) !== undefined);
  if (at < 0) return null;
  const name = nameIn(words.slice(0, at));
  const kind = kindCalled(words[at]!, at === words.length - 1)!;
  if (name.length === 0) return null;
  const kinds = kind.map((each) => inDocument(streetWord(each)));
  const after = words.slice(at + 1).map((word) => inDocument(word, { prefix: true }));
  return [streetNamed(name), `(${kinds.join(" | ")})`, ...after].join(" & ");
}

/** The condition that finds places on a street that is called so, whatever its kind. Null for a text of many words. */
export function streetCalled(text: string): string | null {
  const name = nameIn(plainWords(text));
  if (name.length === 0 || name.length > MAX_NAME_WORDS) return null;
  return streetNamed(name);
}

/** All words of a name, or two of them written as one, as some print "La Cienega". */
function streetNamed(name: readonly string[]): string {
  const all = (words: readonly string[]) => words.map((word) => inDocument(streetWord(word))).join(" & ");
  const joined = name.slice(1).map((word, at) => [...name.slice(0, at), `${name[at]!}${word}`, ...name.slice(at + 2)]);
  return joined.length === 0 ? all(name) : `(${[name, ...joined].map(all).join(" | ")})`;
}

function kindCalled(word: string, isLast: boolean): readonly string[] | undefined {
  const isBegun = isLast && word.length >= TELLS_KIND;
  return KINDS.find((kind) => kind.some((each) => each === word || (isBegun && each.startsWith(word))));
}

/** The words of a name, without "on the" and "North". */
function nameIn(words: readonly string[]): string[] {
  const begin = words.findIndex((word) => !isLinking(word));
  const name = begin < 0 ? [] : words.slice(begin).filter((word) => !STREET_FILLERS.has(word));
  return name.length > MAX_NAME_WORDS ? [] : name;
}
