// How one can pay at a place, from the survey's answers, in one line.

import { factOf, type Fact, type FactValue } from "./facts";

/** Ways to pay and the survey's code for each, in the order in which they are printed. */
export const PAYMENT_CODES = {
  "medi-cal": ["MD"],
  medicare: ["MC"],
  private: ["PI"],
  "other-state": ["SI"],
  military: ["MI"],
  tribal: ["ITU"],
  "self-pay": ["SF"],
  "sliding-fee": ["SS"],
  assistance: ["PA"],
  free: ["NP"],
} as const satisfies Record<string, readonly [string]>;
export type Way = keyof typeof PAYMENT_CODES;
const WAYS = Object.keys(PAYMENT_CODES) as Way[];

export const MEDI_CAL = PAYMENT_CODES["medi-cal"][0];

export interface HowToPay {
  /** What it accepts. */
  ways: Way[];
  /** It answered that it does not take Medicare. */
  noMedicare: boolean;
  /** The year in which it told the survey that it takes no Medi-Cal: contracts change, so ask. Null when it did not. */
  noMediCalIn: number | null;
  /** Some way to pay is answered. */
  isKnown: boolean;
}

export function howToPay(facts: ReadonlyMap<string, Fact>): HowToPay {
  return payFrom((way) => factOf(facts, PAYMENT_CODES[way][0]).value, surveyNoIn(factOf(facts, MEDI_CAL)));
}

export function payFrom(valueOf: (way: Way) => FactValue, noMediCalIn: number | null): HowToPay {
  return {
    ways: WAYS.filter((way) => valueOf(way) === "yes"),
    noMedicare: valueOf("medicare") === "no",
    noMediCalIn,
    isKnown: WAYS.some((way) => valueOf(way) !== "unknown"),
  };
}

/** The year of a no that the place gave the federal survey; null for any other answer, also for a check of our staff. */
export function surveyNoIn({ value, source, asOf }: Pick<Fact, "value" | "source" | "asOf">): number | null {
  return value === "no" && source === "samhsa" && asOf !== null ? Number(asOf.slice(0, 4)) : null;
}

/** What all addresses of a program have in common; the oldest year when all refused Medi-Cal. */
export function commonPay(each: readonly HowToPay[]): HowToPay {
  const years = each.flatMap(({ noMediCalIn }) => noMediCalIn ?? []);
  return {
    ways: WAYS.filter((way) => each.every(({ ways }) => ways.includes(way))),
    noMedicare: each.every(({ noMedicare }) => noMedicare),
    noMediCalIn: years.length === each.length ? Math.min(...years) : null,
    isKnown: each.every(({ isKnown }) => isKnown),
  };
}
