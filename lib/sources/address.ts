import leven from "leven";
import { readStreetLine, type StreetLine } from "./street-line";

/** A street line that can be looked for in another file: its house numbers, and the name of its street. */
export interface HouseAddress extends Pick<StreetLine, "before" | "type" | "after"> {
  /** At least one, each as it is compared: "2116-2120" is 2116, 2118 and 2120; "1501 1/2" and "1501a" are no 1501. */
  houses: string[];
  street: string;
}

/** A range from one street corner to the next; a wider one is two numbers with a dash. */
const MAX_RANGE = 200;

/** @returns null for what has no house number: "- - -", "Highway 31 South" */
export function houseAddress(line: string): HouseAddress | null {
  const text = line.replace(/\b(ave(?:nue)?\.?\s+[a-z])-(\d+)/i, "$1$2").replace(/(\d)\s*-\s*(\d\/\d)/g, "$1 $2");
  const { houses, name: street, before, type, after } = readStreetLine(text);
  if (houses.length === 0) return boxIn(street);
  if (street === "") return null;
  return { houses: [...new Set(houses.flatMap(housesOf))], street, before, type, after };
}

/** Two lines that name one box are one address: "P.O. Box 2743", "PO BOX 2743". */
function boxIn(name: string): HouseAddress | null {
  const box = /^pobox\s*(\S+)$/.exec(name)?.[1];
  return box ? { houses: [box], street: "pobox", before: "", type: "", after: "" } : null;
}

/** Every house of a range on its side of the street: "2201-2217" has 2209 and not 2210. 107-20 is one house, in Queens. */
function housesOf(house: string): string[] {
  const [, from = "", to = ""] = /^(\d{3,})-(\d+)$/.exec(house) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (!from || last <= first) return [house];
  if (last - first > MAX_RANGE) return [from, to];
  const step = (last - first) % 2 === 0 ? 2 : 1;
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => String(first + index * step));
}

/**
 * Whether two lines of one ZIP may name one house: a number in common, and the same street. A direction or a type that
 * one of them leaves out says nothing; two different ones do.
 */
export function mayBeSameHouse(one: HouseAddress, other: HouseAddress): boolean {
  return (
    sharesHouse(one, other) &&
    isSameStreet(one, other) &&
    saysNothingElse(one.before, other.before) &&
    saysNothingElse(one.after, other.after)
  );
}

/** "769 Orange Grove" leaves the boulevard out, and its Grove is none of its own. */
function isSameStreet(one: HouseAddress, other: HouseAddress): boolean {
  if (one.street === other.street) return saysNothingElse(one.type, other.type);
  return whole(one) === other.street || one.street === whole(other);
}

const whole = ({ street, type }: HouseAddress) => street + type;

/**
 * Whether two lines of one ZIP differ by no more than a slip: another type, or one letter of the name. 11501 Dolan Street
 * is written for Dolan Avenue, 18123 Praire for Prairie. Streets with numbers for names are told apart by both.
 */
export function mayBeASlip(one: HouseAddress, other: HouseAddress): boolean {
  const [differing, ...others] = PARTS.filter((part) => !saysNothingElse(one[part], other[part]));
  if (others.length > 0 || !sharesHouse(one, other)) return false;
  if (![one, other].every(({ street }) => /^[a-z]{4,}$/.test(street))) return false;
  return one.street === other.street ? differing === "type" : !differing && leven(one.street, other.street) === 1;
}

const PARTS = ["before", "type", "after"] as const;

function sharesHouse(one: HouseAddress, other: HouseAddress): boolean {
  return one.houses.some((house) => other.houses.includes(house));
}

const saysNothingElse = (one: string, other: string) => !one || !other || one === other;

/** Whether the source hides the street: it prints "- - -" for a confidential site. */
export function isConfidential(street: string): boolean {
  return !/[a-z0-9]/i.test(street);
}
