// What a place says of its own authorizations, beside what the lists say. Its answer stands as it gave it; a note keeps
// the page from saying two things at once.

import type { Fact } from "./facts";
import type { LicenseStanding } from "./license-standing";

export type SelfReportNote = "self_reported" | Exclude<LicenseStanding, { state: "current" }>;

/** It says that the state's agency for substance use licenses it. */
const STATE_AGENCY = "STAG";
/** It says that SAMHSA certifies it as an opioid treatment program; the directory says so itself by OTP. */
const SELF_CERTIFIED = "SOTP";
const CERTIFIED = "OTP";

/** A note for each answer about itself that a list does not bear out; what our staff found out is no report of its own. */
export function selfReportNotes(
  facts: ReadonlyMap<string, Fact>,
  standing: LicenseStanding,
): ReadonlyMap<string, SelfReportNote> {
  const notes = new Map<string, SelfReportNote>();
  const agency = facts.get(STATE_AGENCY);
  if (agency?.source === "samhsa" && agency.value === "yes" && standing.state !== "current")
    notes.set(STATE_AGENCY, standing);
  const certified = facts.get(SELF_CERTIFIED);
  const isListed = facts.get(CERTIFIED)?.value === "yes";
  if (certified?.source === "samhsa" && (certified.value === "yes") !== isListed)
    notes.set(SELF_CERTIFIED, "self_reported");
  return notes;
}
