import { readStreetLine, together, type StreetLine } from "./street-line";
import { plainLine, shortWord } from "./street-words";

/** A street line that can be looked for in another file: its house numbers, and the name of its street. */
export interface HouseAddress extends Pick<StreetLine, "before" | "type" | "after"> {
  /** At least one. Of a range both ends: "2116-2118" is 2116 and 2118. */
  houses: string[];
  street: string;
}

/** @returns null for what has no house number: "- - -", "P.O. Box 2743", "Highway 31 South" */
export function houseAddress(line: string): HouseAddress | null {
  const { houses, name: street, before, type, after } = readStreetLine(line);
  if (houses.length === 0 || street === "") return null;
  const numbers = houses.flatMap((house) => house.replace(/ \d\/\d$/, "").split("-"));
  return { houses: [...new Set(numbers)], street, before, type, after };
}

/**
 * Whether two lines of one ZIP may name one house: a number in common, and the same street. A direction or a type that
 * one of them leaves out says nothing; two different ones do.
 */
export function mayBeSameHouse(one: HouseAddress, other: HouseAddress): boolean {
  return (
    one.street === other.street &&
    one.houses.some((house) => other.houses.includes(house)) &&
    (["before", "type", "after"] as const).every((part) => !one[part] || !other[part] || one[part] === other[part])
  );
}

/** Whether free text such as "3739, 3745 & 3750 SUITE B SOUTH GRAND AVENUE" names one of the houses. */
export function namesHouse(text: string, { houses, street }: Pick<HouseAddress, "houses" | "street">): boolean {
  const words = (plainLine(text).match(/[a-z0-9]+/g) ?? []).map(shortWord);
  return words.some((word) => houses.includes(word)) && names(words, street);
}

/** Whether some words in a row are the street's name, together or apart. */
function names(words: readonly string[], street: string): boolean {
  return words.some((_, from) => {
    let to = from + 1;
    while (to < words.length && together(words.slice(from, to)).length < street.length) to++;
    return together(words.slice(from, to)) === street;
  });
}

/** Whether the source hides the street: it prints "- - -" for a confidential site. */
export function isConfidential(street: string): boolean {
  return !/[a-z0-9]/i.test(street);
}

export function isPostOfficeBox(street: string): boolean {
  return readStreetLine(street).name.startsWith("pobox");
}
