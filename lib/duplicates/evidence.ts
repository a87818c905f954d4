// Two listings that may be one place: an older edition of the directory named one, a newer edition the other. What speaks
// for it is for staff to weigh; nothing here makes two listings one.

import { isConfidential, houseAddress, mayBeSameHouse } from "@/lib/sources/address";
import { doorOf } from "@/lib/sources/door";
import { nameWords, shareAWord } from "@/lib/sources/names";
import type { Site } from "@/lib/sources/site-key";

export interface Comparable extends Pick<Site, "name" | "unit" | "street" | "street2" | "zip" | "phone"> {
  intakePhones: readonly string[];
}

/** What two listings have in common, the strongest first. */
export const SIGNS = ["phone", "name", "door", "house", "program", "words", "zip"] as const;
export type Sign = (typeof SIGNS)[number];

const WEIGHTS: Readonly<Record<Sign, number>> = { phone: 4, name: 3, door: 3, house: 2, program: 2, words: 1, zip: 1 };

export function signsOf(one: Comparable, other: Comparable): Sign[] {
  const isSameZip = one.zip === other.zip;
  const isName = nameWords(one.name) === nameWords(other.name);
  const isDoor = isSameZip && isSameDoor(one, other);
  const has: Readonly<Record<Sign, boolean>> = {
    phone: sharePhone(one, other),
    name: isName,
    door: isDoor,
    house: !isDoor && isSameZip && isSameHouse(one, other),
    program: programOf(one) !== "" && programOf(one) === programOf(other),
    words: !isName && shareAWord(`${one.name} ${one.unit ?? ""}`, `${other.name} ${other.unit ?? ""}`),
    zip: isSameZip,
  };
  return SIGNS.filter((sign) => has[sign]);
}

/** Whether there is enough to ask somebody: a phone or a house is not, for tenants share both. */
export function isWorthAsking(one: Comparable, other: Comparable, signs: readonly Sign[]): boolean {
  const has = (...any: Sign[]) => any.some((sign) => signs.includes(sign));
  const isOtherProgram = programOf(one) !== "" && programOf(other) !== "" && !has("program");
  return (
    (has("phone") && has("name", "words", "door", "house")) ||
    (has("door", "house") && has("name", "words")) ||
    (has("name") && has("zip") && !isOtherProgram)
  );
}

/**
 * The pairs to ask about. An operator with several sites behind one phone would give every pair of them, so only those
 * count that are the best on both sides; a pair that is decided makes room for the next.
 */
export function pairsToAsk<Former extends Comparable, Later extends Comparable>(
  formers: readonly Former[],
  laters: readonly Later[],
  mayAsk: (former: Former, later: Later) => boolean,
): { former: Former; later: Later }[] {
  const near = indexOf(laters);
  const pairs = formers.flatMap((former) =>
    [...new Set(placesOf(former).flatMap((place) => near.get(place) ?? []))].flatMap((later) => {
      if (!mayAsk(former, later)) return [];
      const signs = signsOf(former, later);
      if (!isWorthAsking(former, later, signs)) return [];
      return [{ former, later, weight: signs.reduce((sum, sign) => sum + WEIGHTS[sign], 0) }];
    }),
  );
  const best = new Map<Former | Later, number>();
  for (const { former, later, weight } of pairs)
    for (const side of [former, later]) best.set(side, Math.max(best.get(side) ?? 0, weight));
  return pairs
    .filter(({ former, later, weight }) => best.get(former) === weight && best.get(later) === weight)
    .map(({ former, later }) => ({ former, later }));
}

/** A phone or a ZIP code in common is the least of what is worth asking about: so nobody is compared with a whole country. */
function indexOf<Compared extends Comparable>(places: readonly Compared[]): Map<string, Compared[]> {
  const index = new Map<string, Compared[]>();
  for (const place of places)
    for (const key of placesOf(place)) {
      const same = index.get(key);
      if (same) same.push(place);
      else index.set(key, [place]);
    }
  return index;
}

function placesOf({ zip, phone, intakePhones }: Comparable): string[] {
  return [zip, ...intakePhones, ...(phone === null ? [] : [phone])];
}

function programOf({ unit }: Comparable): string {
  return nameWords(unit ?? "");
}

function sharePhone(one: Comparable, other: Comparable): boolean {
  const phones = [one.phone, ...one.intakePhones];
  return [other.phone, ...other.intakePhones].some((phone) => phone !== null && phones.includes(phone));
}

function isSameDoor(one: Comparable, other: Comparable): boolean {
  if (isConfidential(one.street) || isConfidential(other.street)) return false;
  const [a, b] = [doorOf(one.street, one.street2), doorOf(other.street, other.street2)];
  return a.line === b.line && a.unit === b.unit;
}

function isSameHouse(one: Comparable, other: Comparable): boolean {
  const [a, b] = [houseAddress(one.street), houseAddress(other.street)];
  return a !== null && b !== null && mayBeSameHouse(a, b);
}
