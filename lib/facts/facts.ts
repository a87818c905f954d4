// A fact is (attribute, yes | no | unknown, source, date). Sources state facts in sheets; the current value of an
// attribute is the newest answer. Of answers from one day staff's counts first, then the state's, then the federal one.

import { withDoubts, type Doubt } from "./doubts";

export const SOURCES = ["staff", "dhcs", "samhsa"] as const;
export type FactSource = (typeof SOURCES)[number];
export const FACT_VALUES = ["yes", "no", "unknown"] as const;
export type FactValue = (typeof FACT_VALUES)[number];
export type AsOfPrecision = "day" | "year";

/** What one source states about one listing as of one date; dates are YYYY-MM-DD. */
export interface FactSheetView {
  source: FactSource;
  asOf: string;
  asOfPrecision: AsOfPrecision;
  yes: string[];
  no: string[];
  /** Only a staff check can retract an older answer. */
  unknown: string[];
}

export interface Fact {
  attribute: string;
  value: FactValue;
  /** Null when no source says anything. */
  source: FactSource | null;
  asOf: string | null;
  asOfPrecision: AsOfPrecision | null;
  /** Why an answer that a source gives counts as unknown. */
  doubt?: Doubt;
}

export const unknownFact = (attribute: string): Fact => ({
  attribute,
  value: "unknown",
  source: null,
  asOf: null,
  asOfPrecision: null,
});

/** The current fact of each attribute that a sheet answers; use `factOf` for one that may be missing. */
export function resolveFacts(sheets: readonly FactSheetView[]): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const sheet of [...sheets].sort(oldestFirst)) {
    const stated = { source: sheet.source, asOf: sheet.asOf, asOfPrecision: sheet.asOfPrecision };
    for (const value of ["yes", "no", "unknown"] as const)
      for (const attribute of sheet[value]) facts.set(attribute, { attribute, value, ...stated });
  }
  return withDoubts(facts);
}

/** One attribute's fact: unknown, without source or date, when nobody answered. */
export function factOf(facts: ReadonlyMap<string, Fact>, attribute: string): Fact {
  return facts.get(attribute) ?? unknownFact(attribute);
}

function oldestFirst(a: FactSheetView, b: FactSheetView): number {
  return a.asOf.localeCompare(b.asOf) || SOURCES.indexOf(b.source) - SOURCES.indexOf(a.source);
}
