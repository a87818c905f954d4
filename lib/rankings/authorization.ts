// Whether a place may treat people now, for the kind of care it is listed as, and who says so.

import { factOf, resolveFacts, type Fact } from "@/lib/facts/facts";
import { LEVEL_CODES } from "@/lib/facts/key-facts";
import type { RankingInput, RankingMethod } from "./schema";

/** What is known of one listing when gates and criteria are evaluated. */
export interface Subject extends Pick<RankingInput, "kind" | "licenses" | "exemption"> {
  facts: ReadonlyMap<string, Fact>;
  /** YYYY-MM-DD; null when no list was read. */
  stateListAsOf: string | null;
}

export function subjectOf(input: RankingInput, stateListAsOf: string | null): Subject {
  const { kind, licenses, exemption, sheets } = input;
  return { kind, licenses, exemption, facts: resolveFacts(sheets), stateListAsOf };
}

/** The key of what staff entered, beside those of the method's other authorities. */
export const EXEMPTION = "exemption";

export type Authorization =
  /** The state's list, or the federal certification of an opioid treatment program. */
  | { by: "license"; license: RankingInput["licenses"][number] }
  | { by: "certification"; fact: Fact }
  /** No license of the state's list is needed: by the place's own answer, or by what staff entered with its source. */
  | { by: "other_authority"; key: string; fact: Fact | null };

/** The first that authorizes the place; null when nothing does. */
export function authorizationOf({ gates }: RankingMethod, subject: Subject): Authorization | null {
  const { certifications, otherAuthorities } = gates.authorized;
  const license = coveringLicense(gates.authorized, subject);
  if (license) return { by: "license", license };
  const certified = subject.kind === "opioid_treatment_program" && answered(certifications, subject);
  if (certified) return { by: "certification", fact: certified };
  for (const { key, codes } of otherAuthorities) {
    const fact = answered(codes, subject);
    if (fact) return { by: "other_authority", key, fact };
  }
  return subject.exemption && { by: "other_authority", key: EXEMPTION, fact: null };
}

/** Of the licenses in force whose class covers the kind of care, one from the newest list. */
export function coveringLicense(
  gate: RankingMethod["gates"]["authorized"],
  { kind, licenses }: Subject,
): RankingInput["licenses"][number] | undefined {
  return ofCoveringClass(gate, kind, licenses)
    .filter(({ current }) => current)
    .sort((a, b) => b.asOf.localeCompare(a.asOf))[0];
}

/** Those whose class covers the kind of care, in force or not. */
export function ofCoveringClass<License extends { class: string }>(
  { licenseClasses }: RankingMethod["gates"]["authorized"],
  kind: Subject["kind"],
  licenses: readonly License[],
): License[] {
  return licenses.filter((license) => licenseClasses[kind].includes(license.class));
}

/** Whether it says that people can live there, is not listed as such a place, and no residential license was found. */
export function claimsResidential({ gates }: RankingMethod, subject: Subject): boolean {
  const { kind, licenses } = subject;
  if (kind !== "outpatient" && kind !== "opioid_treatment_program") return false;
  const isLicensed = ofCoveringClass(gates.authorized, "residential", licenses).some(({ current }) => current);
  const { otherAuthorities } = gates.authorized;
  const isElsewhere = subject.exemption !== null || otherAuthorities.some(({ codes }) => answered(codes, subject));
  return !isLicensed && !isElsewhere && answered(LEVEL_CODES.residential, subject) !== undefined;
}

function answered(codes: readonly string[], { facts }: Subject): Fact | undefined {
  return codes.map((code) => factOf(facts, code)).find(({ value }) => value === "yes");
}
