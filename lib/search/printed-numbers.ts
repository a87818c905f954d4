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
  const line = plainWords(street);
  const houses = leadingHouses(line);
  // A post-office box has a number too, and a highway: only what begins with one is a street line.
  const streetWords = houses.length > 0 ? line.slice(houses.length) : [];
  return [
    ...phones.flatMap((each) => [phoneWord(each.slice(-10)), phoneWord(each.slice(-7))]),
    ...licenseNumbers.map((number) => licenseWord(number)),
    ...houses.map(houseWord),
    ...streetWords.map(streetWord),
  ];
}

/** The house numbers that a street line begins with. */
function leadingHouses(line: readonly string[]): string[] {
  const end = line.findIndex((word) => !HOUSE.test(word));
  return line.slice(0, end < 0 ? line.length : end);
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
const LICENSE = /(?<![\p{L}\d])(\d{6})[\s-]*(\p{L}{2,3})(?![\p{L}\d])/gu;
const ZIP_PLUS_4 = /(?<!\d)(9\d{4})[\s-]+\d{4}(?!\d)/g;

/** Wide digits and dashes of any kind as the keyboard has them; "MediCal" with its dash, for "medical" is another word. */
export function withPlainSigns(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Pd}−]/gu, "-")
    .replace(/\b[Mm]edi(?=Cal\b)/g, "$&-");
}

/** A number that listings print: as it was typed, and the condition on the document that finds it. */
export interface PrintedNumber {
  typed: string;
  condition: string;
}

/** Takes the numbers out of a typed text, and returns them with the rest of it. */
export function takeNumbers(text: string): { rest: string; numbers: PrintedNumber[] } {
  const numbers: PrintedNumber[] = [];
  const taking = (typed: string, word: string) => {
    numbers.push({ typed: typed.trim(), condition: inDocument(word) });
    return " ";
  };
  const rest = withPlainSigns(text)
    .replace(ZIP_PLUS_4, "$1")
    .replace(LICENSE, (typed, digits: string, letters: string) => taking(typed, licenseWord(digits + letters)))
    .replace(PHONE, (typed, area: string | undefined, exchange: string, line: string) =>
      taking(typed, phoneWord(`${area ?? ""}${exchange}${line}`)),
    );
  return { rest, numbers };
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
 * A text that begins like a street line, "4099 N. Mission Road": the house number with any of the street's words, for
 * whoever looks for an address. Null for every other text.
 */
export function streetLine(text: string): string | null {
  const [house, ...words] = plainWords(text);
  if (!house || words.length === 0 || !HOUSE.test(house)) return null;
  const telling = words.filter((word) => !STREET_FILLERS.has(word)).slice(0, 5);
  const named = telling.length > 0 ? telling : words.slice(0, 5);
  const streets = named.map((word) => inDocument(streetWord(word), { prefix: true }));
  return `${inDocument(houseWord(house))} & (${streets.join(" | ")})`;
}
