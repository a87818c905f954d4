// The few facts a person compares places by, drawn from the many codes of the federal directory.

import { factOf, type Fact, type FactValue } from "./facts";
import { howToPay, type HowToPay } from "./how-to-pay";

export const MEDICATIONS = ["methadone", "buprenorphine", "naltrexone"] as const;
export type Medication = (typeof MEDICATIONS)[number];
export const LEVELS = ["hospital", "residential", "intensive", "outpatient"] as const;
export type Level = (typeof LEVELS)[number];

export interface KeyFacts {
  medications: Record<Medication, FactValue>;
  levels: Level[];
  mediCal: FactValue;
  pay: HowToPay;
  spanish: FactValue;
}

export const MEDICATION_CODES = {
  methadone: ["MU", "MM"],
  buprenorphine: ["BU", "BUM", "UB"],
  naltrexone: ["NU", "UN"],
} as const satisfies Record<Medication, readonly string[]>;

export const LEVEL_CODES = {
  hospital: ["HI", "HID", "HIT"],
  residential: ["RES", "RL", "RS", "RD"],
  intensive: ["ODT", "OIT"],
  outpatient: ["OP", "ORT", "OMB", "OD"],
} as const satisfies Record<Level, readonly string[]>;

/** The key facts of one place from its resolved facts. */
export function keyFactsOf(facts: ReadonlyMap<string, Fact>): KeyFacts {
  const anyOf = (codes: readonly string[]) => answerOf(facts, codes);
  return {
    medications: {
      methadone: anyOf(MEDICATION_CODES.methadone),
      buprenorphine: anyOf(MEDICATION_CODES.buprenorphine),
      naltrexone: anyOf(MEDICATION_CODES.naltrexone),
    },
    levels: LEVELS.filter((level) => anyOf(LEVEL_CODES[level]) === "yes"),
    mediCal: factOf(facts, "MD").value,
    pay: howToPay(facts),
    spanish: factOf(facts, "SP").value,
  };
}

/** Whether the place, or our staff, answered any of them. */
export function isSomethingKnown({ medications, levels, mediCal, pay, spanish }: KeyFacts): boolean {
  const answers = [...Object.values(medications), mediCal, spanish];
  return levels.length > 0 || pay.isKnown || answers.some((value) => value !== "unknown");
}

/**
 * The answer of several codes together. One yes decides. Without a yes, a no counts more than no answer: the question
 * was answered.
 */
export function answerOf(facts: ReadonlyMap<string, Fact>, codes: readonly string[]): FactValue {
  const values = codes.map((code) => factOf(facts, code).value);
  if (values.includes("yes")) return "yes";
  return values.includes("no") ? "no" : "unknown";
}
