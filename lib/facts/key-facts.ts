// The few facts a person compares places by, drawn from the many codes of the federal directory.

import { decidingFact } from "./deciding-fact";
import { factOf, type Fact, type FactValue } from "./facts";
import { howToPay, type HowToPay } from "./how-to-pay";

export const MEDICATIONS = ["methadone", "buprenorphine", "naltrexone"] as const;
export type Medication = (typeof MEDICATIONS)[number];
export const LEVELS = ["hospital", "residential", "intensive", "outpatient"] as const;
export type Level = (typeof LEVELS)[number];

export interface KeyFacts {
  medications: Record<Medication, FactValue>;
  /** What it does for somebody who is on a medication already. */
  keeping: Record<Keeping, FactValue>;
  /** Which it gives for a long time itself. */
  longTerm: Record<LongTerm, FactValue>;
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

/**
 * Given month after month. A place that uses buprenorphine may do so for detox alone. Only an opioid treatment program
 * gives methadone day by day.
 */
export const LONG_TERM_CODES = {
  methadone: ["MM", "OTP"],
  buprenorphine: ["BUM"],
} as const satisfies Partial<Record<Medication, readonly string[]>>;
export type LongTerm = keyof typeof LONG_TERM_CODES;
export const LONG_TERM = Object.keys(LONG_TERM_CODES) as LongTerm[];

/** Long-term of its own, or that it accepts people on a medication that is prescribed elsewhere. */
export const KEEPING_CODES = {
  "on-methadone": [...LONG_TERM_CODES.methadone, "MOA"],
  "on-buprenorphine": [...LONG_TERM_CODES.buprenorphine, "MOA"],
  "from-elsewhere": ["MOA"],
} as const satisfies Record<string, readonly string[]>;
export type Keeping = keyof typeof KEEPING_CODES;

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
    keeping: keepingFrom((each) => anyOf(KEEPING_CODES[each])),
    longTerm: longTermFrom((each) => anyOf(LONG_TERM_CODES[each])),
    levels: LEVELS.filter((level) => anyOf(LEVEL_CODES[level]) === "yes"),
    mediCal: factOf(facts, "MD").value,
    pay: howToPay(facts),
    spanish: factOf(facts, "SP").value,
  };
}

export function keepingFrom(valueOf: (keeping: Keeping) => FactValue): KeyFacts["keeping"] {
  return {
    "on-methadone": valueOf("on-methadone"),
    "on-buprenorphine": valueOf("on-buprenorphine"),
    "from-elsewhere": valueOf("from-elsewhere"),
  };
}

export function longTermFrom(valueOf: (medication: LongTerm) => FactValue): KeyFacts["longTerm"] {
  return { methadone: valueOf("methadone"), buprenorphine: valueOf("buprenorphine") };
}

/** Whether the place, or our staff, answered any of them. */
export function isSomethingKnown({ medications, keeping, levels, mediCal, pay, spanish }: KeyFacts): boolean {
  const answers = [...Object.values(medications), ...Object.values(keeping), mediCal, spanish];
  return levels.length > 0 || pay.isKnown || answers.some((value) => value !== "unknown");
}

/** The answer of several codes together. */
export function answerOf(facts: ReadonlyMap<string, Fact>, codes: readonly string[]): FactValue {
  return decidingFact(facts, codes).value;
}
