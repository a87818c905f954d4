// What we can say of a place's license from the state's list. Not found is no proof that there is none: what a page says
// tells where we looked, and on which day.

import type { Fact } from "./facts";
import { allowsCare, hasLapsed, type ClassedLicense } from "./license";
import { isLicenseClass } from "./license-class";
import { localGovernmentOf, otherAuthorityOf, type OtherAuthority } from "./other-authority";

/** Dates are YYYY-MM-DD. */
export type LicenseStanding =
  | { state: "current" }
  /** The last one has ended. */
  | { state: "ended"; on: string }
  | { state: "not_found"; listDay: string }
  /** There is no list of the state that covers the place. */
  | { state: "not_checked" };

/**
 * @param licenses the place's own
 * @param stateListAsOf the day of the state's newest list
 * @param day on which it is judged
 */
export function licenseStandingOf(
  licenses: readonly ClassedLicense[],
  stateListAsOf: string | null,
  day: string,
): LicenseStanding {
  if (licenses.some((license) => allowsCare(license, day))) return { state: "current" };
  const ended = licenses.filter(({ settingCode }) => isLicenseClass(settingCode)).filter((one) => hasLapsed(one, day));
  const on = ended
    .flatMap(({ expiresOn }) => expiresOn ?? [])
    .toSorted()
    .at(-1);
  if (on) return { state: "ended", on };
  return stateListAsOf ? { state: "not_found", listDay: stateListAsOf } : { state: "not_checked" };
}

/** Why a page shows no current license; `fact` is what the place states of itself. */
export type LicenseAbsence =
  | { why: "other_authority"; authority: OtherAuthority; fact: Fact }
  | { why: "local_government"; fact: Fact }
  | { why: "not_found"; listDay: string }
  | { why: "not_checked" };

/** Null when a license is current, or when one that has ended says enough. */
export function licenseAbsenceOf(standing: LicenseStanding, facts: ReadonlyMap<string, Fact>): LicenseAbsence | null {
  if (standing.state === "current") return null;
  const other = otherAuthorityOf(facts);
  if (other) return { why: "other_authority", ...other };
  if (standing.state === "ended") return null;
  const local = localGovernmentOf(facts);
  if (local) return { why: "local_government", fact: local };
  return standing.state === "not_found" ? { why: "not_found", listDay: standing.listDay } : { why: "not_checked" };
}
