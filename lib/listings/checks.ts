import type { FactValue } from "@/lib/facts/facts";

/** A check as it was recorded. */
export interface RecordedCheck {
  attribute: string;
  value: string;
  evidence: string;
}

/** What the staff's sheet of one day says. */
export interface StaffSheet extends Record<FactValue, string[]> {
  evidence: string;
}

/**
 * The sheet of the checks of one day that count, the oldest first: of two checks of one attribute the later counts.
 * @returns null when none counts, and so there is no sheet
 */
export function sheetOf(checks: readonly RecordedCheck[]): StaffSheet | null {
  if (checks.length === 0) return null;
  const answers = new Map(checks.map(({ attribute, value }) => [attribute, value]));
  const answered = (value: FactValue) =>
    [...answers.keys()].filter((attribute) => answers.get(attribute) === value).toSorted();
  return {
    yes: answered("yes"),
    no: answered("no"),
    unknown: answered("unknown"),
    evidence: checks.map(({ attribute, evidence }) => `${attribute}: ${evidence}`).join("\n"),
  };
}
