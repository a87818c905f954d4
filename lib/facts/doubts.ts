// Answers that cannot be so. What a place says of itself counts as unknown where it contradicts itself, or where a
// federal rule makes it impossible; what it said stays on record, with its source.

export const DOUBTS = [
  /** One row says that the place uses no medication for opioid use disorder, and names one that it uses. */
  "contradicts_itself",
  /** 42 CFR 8.12(f): an opioid treatment program examines every patient, or has it done. */
  "against_federal_rule",
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What doubting needs of a fact. */
interface Answer {
  attribute: string;
  value: "yes" | "no" | "unknown";
  source: string | null;
  asOf: string | null;
  doubt?: Doubt;
}

const NO_MEDICATION = "NMOA";
const MEDICATION_USED = ["BU", "MU", "UB", "BUM"];
const CERTIFIED = "OTP";
const EXAMINES = "MHPA";

/** The facts with each answer that cannot be so set to unknown, and why. */
export function withDoubts<Known extends Answer>(facts: Map<string, Known>): Map<string, Known> {
  const denial = facts.get(NO_MEDICATION);
  if (denial?.value === "yes") {
    const used = MEDICATION_USED.flatMap((code) => facts.get(code) ?? []).filter(
      (fact) => fact.value === "yes" && fact.source === denial.source && fact.asOf === denial.asOf,
    );
    if (used.length > 0) for (const fact of [denial, ...used]) doubt(facts, fact, "contradicts_itself");
  }
  const exam = facts.get(EXAMINES);
  // A check of our staff stands.
  if (facts.get(CERTIFIED)?.value === "yes" && exam?.value === "no" && exam.source !== "staff")
    doubt(facts, exam, "against_federal_rule");
  return facts;
}

function doubt<Known extends Answer>(facts: Map<string, Known>, fact: Known, why: Doubt): void {
  facts.set(fact.attribute, { ...fact, value: "unknown", doubt: why });
}
