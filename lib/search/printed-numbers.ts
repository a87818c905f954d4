// Numbers that a listing prints, and how a person types them: a phone number, a license number, a house number.

import { inDocument, plainWords } from "./words";

interface Numbered {
  street: string;
  /** E.164. */
  phone: string | null;
  intakePhones: readonly string[];
  licenseNumbers: readonly string[];
}

/** What an entry has among its words for its numbers; each begins with a mark, so that it is no word of a name. */
export function numberWords({ street, phone, intakePhones, licenseNumbers }: Numbered): string[] {
  const phones = [phone, ...intakePhones].filter((each) => each !== null);
  const { houses, rest } = leadingHouses(plainWords(street));
  // A post-office box has a number too, and a highway: only what begins with one is a street line.
  const streetWords = houses.length > 0 ? [...rest, ...joinedPairs(rest)] : [];
  return [
    ...phones.flatMap((each) => [phoneWord(each.slice(-10)), phoneWord(each.slice(-7))]),
    ...licenseNumbers.map((number) => licenseWord(number)),
    ...houses.map(houseWord),
    ...streetWords.map(streetWord),
  ];
}

/**
 * The house numbers that a street line begins with, and what follows: "1869 and 1871 9th Street", "4439, 4445 and 4455",
 * "3137-39".
 */
function leadingHouses(line: readonly string[]): { houses: string[]; rest: string[] } {
  const isHouse = (at: number) => HOUSE.test(line[at] ?? "");
  let end = isHouse(0) ? 1 : 0;
  while (end > 0 && (isHouse(end) || (BETWEEN_HOUSES.has(line[end] ?? "") && isHouse(end + 1)))) end++;
  const printed = line.slice(0, end).filter((word) => HOUSE.test(word));
  return {
    houses: [...new Set(printed.flatMap((house) => [house, ...inFull(house, printed[0]!)]))],
    rest: line.slice(end),
  };
}

const BETWEEN_HOUSES = new Set(["and", "to", "thru", "through", "y"]);

/** Of a range the last number may be short: behind 3137, "39" is 3139. */
function inFull(house: string, first: string): string[] {
  const isShort = house.length < first.length && [house, first].every((each) => /^\d+$/.test(each));
  return isShort ? [`${first.slice(0, -house.length)}${house}`] : [];
}

/** A name of two words as one: who types "lacienega" means La Cienega. */
export function joinedPairs(words: readonly string[]): string[] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at]!;
    return STREET_FILLERS.has(word) || STREET_FILLERS.has(before) ? [] : [`${before}${word}`];
  });
}

/** "4099", "120a"; not the "5th" of a street. */
const HOUSE = /^\d{1,6}[a-z]?$/;

const phoneWord = (digits: string) => `:t${digits}`;
const licenseWord = (number: string) => `:l${plainWords(number).join("")}`;
const houseWord = (house: string) => `:h${house}`;
export const streetWord = (word: string) => `:s${word}`;

/** "213-555-0123", "+1 (213) 555 0123", "2135550123", "555-0123". */
const PHONE = /(?<![\d-])(?:\+?1[\s.-]*)?(?:\(?([2-9]\d{2})\)?[\s./-]*)?([2-9]\d{2})[\s.-]*(\d{4})(?![\d-])/g;
/** As the state numbers them: six digits and two or three letters. */
const LICENSE = /(?<![\p{L}\d])(\d{6})[\s./_-]*(\p{L}{2,3})(?![\p{L}\d])/gu;
/** Its first two digits, the county's, may stand apart: "19-0087DN", "19 0087 dn"; not "60 1234 in Pasadena". */
const DIVIDED_LICENSE =
  /(?<![\p{L}\d-])(\d{2})[\s./_-]+(\d{4})(?:[./_-]*([a-z][np])|\s+(?!(?:an|in|on)\s+\p{L})([a-z][np]))(?![\p{L}\d])/giu;
/** Without its letters only with the dash: "12 2026" may be anything. */
const BARE_LICENSE = /(?<![\p{L}\d-])(\d{2})-(\d{4})(?![\p{L}\d-])/gu;
const ZIP_PLUS_4 = /(?<!\d)(9\d{4})[\s-]+\d{4}(?!\d)/g;

/** Wide digits and dashes of any kind as the keyboard has them; "MediCal" with its dash, for "medical" is another word. */
export function withPlainSigns(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Pd}−]/gu, "-")
    .replace(/\b[Mm]edi(?=Cal\b)/g, "$&-");
}

/** A number that listings print, as somebody typed it. */
export interface TypedNumber {
  typed: string;
  kind: "phone" | "license";
  /** Small letters and digits alone: "2135550123", "5550123", "190087dn". */
  plain: string;
  /** Its first part alone, as of a license whose letters were left away. */
  isBeginning: boolean;
}

/** Takes the numbers out of a typed text, and returns them with the rest of it. */
export function readNumbers(text: string): { rest: string; numbers: TypedNumber[] } {
  const numbers: TypedNumber[] = [];
  const taking = (typed: string, kind: TypedNumber["kind"], number: string, isBeginning = false) => {
    numbers.push({ typed: typed.trim(), kind, plain: plainWords(number).join(""), isBeginning });
    return " ";
  };
  const rest = withPlainSigns(text)
    .replace(ZIP_PLUS_4, "$1")
    .replace(LICENSE, (typed, digits: string, letters: string) => taking(typed, "license", digits + letters))
    .replace(DIVIDED_LICENSE, (typed, county: string, number: string, near?: string, apart?: string) =>
      taking(typed, "license", `${county}${number}${near ?? apart ?? ""}`),
    )
    .replace(BARE_LICENSE, (typed, county: string, number: string) =>
      taking(typed, "license", `${county}${number}`, true),
    )
    .replace(PHONE, (typed, area: string | undefined, exchange: string, line: string) =>
      taking(typed, "phone", `${area ?? ""}${exchange}${line}`),
    );
  return { rest, numbers };
}

/** A printed number, and the condition on the document that finds it. */
export interface PrintedNumber {
  typed: string;
  condition: string;
}

/** The same, as the search asks for the numbers. */
export function takeNumbers(text: string): { rest: string; numbers: PrintedNumber[] } {
  const { rest, numbers } = readNumbers(text);
  const word = { phone: phoneWord, license: licenseWord };
  return {
    rest,
    numbers: numbers.map(({ typed, kind, plain, isBeginning }) => {
      return { typed, condition: inDocument(word[kind](plain), { prefix: isBeginning }) };
    }),
  };
}

/** Digits alone may be a house number, or the first ones of a license; null for a word that is no number. */
export function bareNumber(word: string): string | null {
  if (!/^\d{1,6}$/.test(word)) return null;
  const license = inDocument(licenseWord(word), { prefix: true });
  return word.length === 6 ? `(${inDocument(houseWord(word))} | ${license})` : inDocument(houseWord(word));
}

/** What stands in street lines beside their names; people write it out, shorten it, or leave it away. */
export const STREET_FILLERS = new Set(
  (
    "n s e w north south east west st street ave av avenue blvd boulevard rd road dr drive ln lane wy way hwy highway " +
    "pl place ct court ste suite unit apt"
  ).split(" "),
);

/**
 * A text that begins like a street line, "4099 N. Mission Road": one of its house numbers with any of the street's words,
 * for whoever looks for an address. Null for every other text.
 */
export function streetLine(text: string): string | null {
  const { houses, rest } = leadingHouses(plainWords(text));
  if (houses.length === 0 || rest.length === 0) return null;
  const telling = rest.filter((word) => !STREET_FILLERS.has(word)).slice(0, 5);
  const named = telling.length > 0 ? [...telling, ...joinedPairs(telling)] : rest.slice(0, 5);
  const streets = named.map((word) => inDocument(streetWord(word), { prefix: true }));
  return `${anyOf(houses.map((house) => inDocument(houseWord(house))))} & (${streets.join(" | ")})`;
}

/** A text that begins with house numbers, without them; null when it does not, or has nothing else. */
export function withoutHouses(text: string): { houses: string[]; rest: string } | null {
  const { houses, rest } = leadingHouses(plainWords(text));
  return houses.length > 0 && rest.length > 0 ? { houses, rest: rest.join(" ") } : null;
}

const anyOf = (conditions: readonly string[]) =>
  conditions.length === 1 ? conditions[0]! : `(${conditions.join(" | ")})`;
