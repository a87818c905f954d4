// A street line taken apart: "2116-2118 S. Central Ave., Ste. 4" → its houses, its street, and the words of its unit.

import { isDirection, isStreetType, plainLine, shortWord } from "./street-words";

/** Each part as it is compared; empty where the line has none. */
export interface StreetLine {
  /** The house numbers as they are written, each once: ["4439", "4445"], ["2116-2118"], ["1501 1/2"], ["100a"]. */
  houses: string[];
  /** A direction before the name. */
  before: string;
  /** The name, its words together, for "De Soto" is "Desoto": "desoto", "10th", "hwy 65". */
  name: string;
  type: string;
  /** A direction after the type. */
  after: string;
  /** What follows the street, as plain text: "ste 100", "bldg 4, fl 2". */
  rest: string;
}

const END = "(?![a-z0-9])";
const HOUSE = `\\d+(?:-?[a-z]${END})?(?:\\s*-\\s*\\d+[a-z]?${END})?(?:\\s+\\d/\\d${END})?${END}`;
/** "154-A", "154 (A)", "154 A Capp", and the two words behind it. */
const LETTER = /^(\d+)(\s*-\s*|\s*\(|\s+)([a-z])\)?(?=\s+([a-z0-9]+)(?:\s+([a-z]+))?)/;
const BETWEEN = "\\s*(?:[,;&/]|and\\b)\\s*(?:(?:and\\b|&)\\s*)?";
const HOUSES = new RegExp(`^${HOUSE}(?:${BETWEEN}${HOUSE}(?!\\s*/))*`);
const POST_BOX =
  /\b(?:p\s*o\s*b(?:ox)?|post\s+office\s+(?:box|drawer)|p\s*o\s*drawer|^box)\s*#?\s*(?:no\s+|number\s+)?([a-z]?-?\d+)/g;
const FLOORS = /((?:\d+th|ground|main|lower|upper|top)(?:\s*(?:,|&|-|\band\b)+\s*\d+th)*)\s+(?:floors?|fl)\b/g;

/** Takes a street line, and what stands in the line below it, apart. */
export function readStreetLine(street: string, below = ""): StreetLine {
  const text = plainLine(below ? `${street}, ${below}` : street)
    .replace(LETTER, houseWithLetter)
    .replace(/[()]/g, ",")
    .replace(/\b(\d+)(?:st|nd|rd|th)\b/g, (word) => shortWord(word))
    .replace(POST_BOX, ", pobox $1,")
    .replace(FLOORS, ", fl $1,")
    .replace(/\b(suites?|ste|units?|apt)(?=\d)/g, "$1 ")
    .replace(/^[\s,]+/, "");
  const houses = HOUSES.exec(text)?.[0] ?? "";
  const { line, rest } = cut(text.slice(houses.length));
  return { houses: housesIn(houses), ...streetOf(line), rest };
}

/** In "154 A Capp Street" and "154 B Meadows Court" the letter is the house's, in "154 A Street" and "154 E Capp Street" not. */
function houseWithLetter(whole: string, number: string, between: string, letter: string, next: string, after = "") {
  const isType = isStreetType(shortWord(next)) && !isStreetType(shortWord(after));
  return between.trim() === "" && (isDirection(letter) || isType) ? whole : `${number}${letter}`;
}

/** A word of the street, and how it was written. */
interface Word {
  word: string;
  written: string;
}

/** The street up to a comma, or to a word that says a unit follows and is not the street's own name. */
function cut(text: string): { line: Word[]; rest: string } {
  const line: Word[] = [];
  for (const { 0: written, index } of text.matchAll(/[a-z0-9][a-z0-9./]*|[,;#]|&/g)) {
    const word = written === "&" ? "and" : shortWord(written);
    const isNamed = line.some((each) => !isDirection(each.word));
    if (/^[,;]$/.test(word) ? line.length > 0 : word === "#" || (isNamed && isUnit(word, text.slice(index))))
      return { line, rest: text.slice(index) };
    if (/^[a-z0-9]/.test(word)) line.push({ word, written });
  }
  return { line, rest: "" };
}

/** @param text from the word on, as it is written */
function isUnit(word: string, text: string): boolean {
  if (word === "no") return /^no\s+\d/.test(text);
  // Sault Ste. Marie is a name.
  if (word === "ste" && !text.startsWith("suite")) return /^ste\s*[#\s]*(?:\d|[a-z]{1,2}\b)/.test(text);
  return ["ste", "unit", "apt", "rm", "bldg", "fl", "pobox"].includes(word);
}

/** "3137-39" is "3137-3139", and "100-A" is "100a". Short numbers with a dash are no ranges: Queens has a house 107-20. */
function housesIn(text: string): string[] {
  const items = text
    .replace(/\s*-\s*/g, "-")
    .split(/\s*(?:[,;&]|\band\b|(?<!\s\d)\/)\s*/)
    .filter((item) => item !== "")
    .map((item) =>
      item
        .replace(/^(\d+)-([a-z])$/, "$1$2")
        .replace(/^(\d*?)(\d{1,3})-(\d{1,3})(?=$|[a-z\s])/, (whole, head: string, from: string, to: string) =>
          head.length + from.length > 3 && to.length <= from.length
            ? `${head}${from}-${head}${from.slice(0, from.length - to.length)}${to}`
            : whole,
        ),
    );
  return [...new Set(items)].sort();
}

function streetOf(words: readonly Word[]): Pick<StreetLine, "before" | "name" | "type" | "after"> {
  const line = [...words];
  const isLast = (is: (word: string | undefined) => boolean) => line.length > 1 && is(line.at(-1)?.word);
  // In "Avenue E" the letter is the name.
  const isNamed = line.slice(0, -1).some(({ word }) => !isPart(word));
  const after = isLast(isDirection) && isNamed ? (line.pop()?.word ?? "") : "";
  const type = isLast(isStreetType) ? (line.pop()?.word ?? "") : "";
  const isPair = line.length > 2 && /^[ns]$/.test(line[0]?.word ?? "") && /^[ew]$/.test(line[1]?.word ?? "");
  const first = isPair ? 2 : line.length > 1 && isDirection(line[0]?.word) ? 1 : 0;
  const before = line.splice(0, first).map(({ word }) => word);
  const last = line.pop();
  // Washington has an East Street, and an E Street.
  const end = last && isDirection(last.word) ? last.written : (last?.word ?? "");
  return { before: before.join(""), name: together([...line.map(({ word }) => word), end]).trim(), type, after };
}

const isPart = (word: string) => isDirection(word) || isStreetType(word);

/** Words of letters in one; numbers apart, for "Route 1 26" is not "Route 126". */
export function together(words: readonly string[]): string {
  return words.join(" ").replace(/(?<=[a-z]) (?=[a-z])/g, "");
}
