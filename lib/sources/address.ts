const WORDS: Readonly<Record<string, string>> = {
  street: "st",
  avenue: "ave",
  av: "ave",
  boulevard: "blvd",
  bl: "blvd",
  blv: "blvd",
  drive: "dr",
  road: "rd",
  lane: "ln",
  place: "pl",
  court: "ct",
  highway: "hwy",
  parkway: "pkwy",
  circle: "cir",
  terrace: "ter",
  trail: "trl",
  square: "sq",
  canyon: "cyn",
  mount: "mt",
  saint: "st",
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  northeast: "ne",
  northwest: "nw",
  southeast: "se",
  southwest: "sw",
  suite: "ste",
  building: "bldg",
};
const DIRECTIONS = new Set(["n", "s", "e", "w", "ne", "nw", "se", "sw"]);
const STREET_TYPES = new Set(
  ["st", "ave", "blvd", "dr", "rd", "ln", "pl", "ct", "hwy", "way", "pkwy", "cir", "ter", "trl", "sq"], // as in WORDS
);
const UNITS = new Set(["ste", "unit", "apt", "bldg", "fl", "floor", "rm", "room", "#"]);
/** Those of them that only say that a unit follows: "Suite 100" is "#100". */
const UNIT_MARKS = new Set(["ste", "unit", "apt", "rm", "room", "#", "no", "number"]);

/** A street line that can be compared: its house number and the name of its street, "845", "arrow". */
export interface HouseAddress {
  house: string;
  street: string;
}

/**
 * House number and street name, without the parts that two files may write differently: capitals, abbreviations,
 * directions ("South Van Ness" and "Van Ness"), the street's type ("La Brea" and "La Brea Avenue"), units, the end of a
 * range.
 * @returns null without a house number: "- - -", "P.O. Box 2743", "Highway 31 South"
 */
export function houseAddress(line: string): HouseAddress | null {
  const [house, ...rest] = wordsOf(line);
  if (!house || !/^\d/.test(house)) return null;
  const unit = rest.findIndex((word) => UNITS.has(word));
  const street = (unit < 0 ? rest : rest.slice(0, unit)).filter((word) => !DIRECTIONS.has(word));
  while (street.length > 1 && STREET_TYPES.has(street.at(-1) ?? "")) street.pop();
  return street.length > 0 ? { house, street: street.join(" ") } : null;
}

/** Equal for two street lines of the same house in the same ZIP; null when there is no house number. */
export function addressKey(line: string, zip: string): string | null {
  const address = houseAddress(line);
  return address && `${address.house} ${address.street} ${zip}`;
}

/** The street line and the unit of a door, in one spelling for all ways to write them: "420 n james rd", "100". */
export function doorWords(street: string, street2: string | null): { line: string; unit: string } {
  const words = wordsOf(street);
  const at = words.findIndex((word, index) => index > 0 && UNITS.has(word));
  const unit = [...(at < 0 ? [] : words.slice(at)), ...wordsOf(street2 ?? "")];
  return {
    line: (at < 0 ? words : words.slice(0, at)).join(" "),
    unit: unit.filter((word) => !UNIT_MARKS.has(word)).join(" "),
  };
}

/** Whether free text such as "3739, 3745 & 3750 SUITE B SOUTH GRAND AVENUE" names the house. */
export function namesHouse(text: string, { house, street }: HouseAddress): boolean {
  const words = wordsOf(text).filter((word) => !DIRECTIONS.has(word));
  return words.includes(house) && ` ${words.join(" ")} `.includes(` ${street} `);
}

/** States and territories whose ZIPs begin with 0: only there can a spreadsheet have removed one zero, or two. */
const ZERO_STATES = new Set(["CT", "MA", "ME", "NH", "NJ", "RI", "VT", "PR", "VI"]);
const ZIP = /^(?:([A-Z]{2})\s*)?(\d{3,5})(?:(?:\s*-\s*|\s+)?(\d{4}))?(?:\.0+|\s*-)?$/i;

export interface Zip {
  /** Five digits. */
  zip: string;
  /** The four digits of a ZIP+4; null when the row gives none. */
  plus4: string | null;
}

/**
 * Reads a ZIP column: "90806", "90806-1234", "90806 1234", "90806-", "90806.0", "CA 90806".
 * @param state the row's, when it is known: "1902", without its zero, is a ZIP of Massachusetts and none of California
 * @returns null for a text that is no ZIP, or a ZIP of another state: "9O806", "9.0806E+04", "9080" in California
 */
export function readZip(text: string, state?: string): Zip | null {
  const [, prefix, digits = "", plus4 = null] = ZIP.exec(text.trim().replace(/\p{Pd}/gu, "-")) ?? [];
  if (!digits || Number(digits) === 0) return null;
  if (prefix && prefix.toUpperCase() !== (state ?? prefix.toUpperCase())) return null;
  if (digits.length < 5 && state && !ZERO_STATES.has(state)) return null;
  const zip = digits.padStart(5, "0");
  return state === "CA" && !zip.startsWith("9") ? null : { zip, plus4 };
}

/** The five digits alone. */
export function parseZip(text: string, state?: string): string | null {
  return readZip(text, state)?.zip ?? null;
}

/** Whether the source hides the street: it prints "- - -" for a confidential site. */
export function isConfidential(street: string): boolean {
  return !/[a-z0-9]/i.test(street);
}

export function isPostOfficeBox(street: string): boolean {
  return /^p\.?\s*o\.?\s*box\b/i.test(street);
}

function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replaceAll(".", "")
    .replaceAll("#", " # ")
    .replace(/^(\d+)\s*-\s*\d+\b/, "$1");
  return (plain.match(/[a-z0-9#&']+/g) ?? []).map((word) => WORDS[word] ?? word);
}
