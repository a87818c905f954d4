import { expect, test } from "vitest";
import type { ListingCard } from "@/lib/facts/card";
import type { KeyFacts } from "@/lib/facts/key-facts";
import { commonFacts, programName } from "./program-card";

const card = (slug: string, changes: Partial<ListingCard> = {}) =>
  ({ slug, name: "Harbor House", unit: "Women", presence: "open", ...changes }) as ListingCard;
const facts = (changes: Partial<KeyFacts> = {}): KeyFacts => ({
  medications: { methadone: "no", buprenorphine: "yes", naltrexone: "unknown" },
  keeping: { "on-methadone": "yes", "on-buprenorphine": "yes", "from-elsewhere": "yes" },
  longTerm: { methadone: "no", buprenorphine: "yes" },
  levels: ["residential", "outpatient"],
  mediCal: "yes",
  pay: { ways: ["medi-cal", "self-pay"], noMedicare: true, noMediCalIn: null, isKnown: true },
  spanish: "no",
  ...changes,
});

test("a program is called as the first of its listings, with a unit that all have", () => {
  expect(programName([card("a"), card("b")]).listing).toMatchObject({ slug: "a", unit: "Women" });
  expect(programName([card("a"), card("b", { unit: "Men" })]).listing).toMatchObject({ slug: "a", unit: null });
});

test("a closed address gives a program its name only when no other is open", () => {
  const closed = card("a", { presence: "closed" });
  expect(programName([closed, card("b")]).listing.slug).toBe("b");
  expect(programName([closed, card("b", { presence: "gone" })]).listing.slug).toBe("a");
});

test("what all addresses answer is answered; what they answer differently is not known", () => {
  expect(commonFacts([facts()])).toEqual(facts());
  expect(commonFacts([facts(), facts()])).toEqual(facts());
  const other = facts({ mediCal: "unknown", spanish: "yes", levels: ["outpatient"] });
  other.pay = { ways: ["self-pay"], noMedicare: false, noMediCalIn: 2023, isKnown: true };
  other.medications = { ...other.medications, buprenorphine: "no" };
  other.longTerm = { methadone: "yes", buprenorphine: "yes" };
  other.keeping = { ...other.keeping, "on-methadone": "no" };
  expect(commonFacts([facts(), other])).toEqual({
    medications: { methadone: "no", buprenorphine: "unknown", naltrexone: "unknown" },
    keeping: { "on-methadone": "unknown", "on-buprenorphine": "yes", "from-elsewhere": "yes" },
    longTerm: { methadone: "unknown", buprenorphine: "yes" },
    levels: ["outpatient"],
    mediCal: "unknown",
    pay: { ways: ["self-pay"], noMedicare: false, noMediCalIn: null, isKnown: true },
    spanish: "unknown",
  });
});
