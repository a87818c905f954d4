import type { ListingCard } from "@/lib/facts/card";
import type { FactValue } from "@/lib/facts/facts";
import { commonPay } from "@/lib/facts/how-to-pay";
import { keepingFrom, LEVELS, longTermFrom, MEDICATIONS, type KeyFacts } from "@/lib/facts/key-facts";

/** A program is called as the first of its listings that is still open, with the unit that all of them have. */
export function programName(listings: readonly ListingCard[]): { listing: ListingCard } {
  const first = listings.find(({ presence }) => presence === "open") ?? listings[0];
  if (!first) throw new Error("A program has a listing.");
  return { listing: { ...first, unit: listings.every(({ unit }) => unit === first.unit) ? first.unit : null } };
}

/** What all addresses of a program answer; where they differ it is unknown. Levels: what all of them offer. */
export function commonFacts(facts: readonly KeyFacts[]): KeyFacts {
  const [first, ...others] = facts;
  if (!first) throw new Error("A program has a listing.");
  const common = (valueOf: (each: KeyFacts) => FactValue): FactValue =>
    others.every((each) => valueOf(each) === valueOf(first)) ? valueOf(first) : "unknown";
  const medications = MEDICATIONS.map((name) => [name, common((each) => each.medications[name])]);
  return {
    medications: Object.fromEntries(medications) as KeyFacts["medications"],
    keeping: keepingFrom((each) => common(({ keeping }) => keeping[each])),
    longTerm: longTermFrom((each) => common(({ longTerm }) => longTerm[each])),
    levels: LEVELS.filter((level) => facts.every(({ levels }) => levels.includes(level))),
    mediCal: common(({ mediCal }) => mediCal),
    pay: commonPay(facts.map(({ pay }) => pay)),
    spanish: common(({ spanish }) => spanish),
  };
}
