// Who, other than the Department of Health Care Services, may allow a place to treat people, as the place itself states.

import { factOf, type Fact } from "./facts";

/**
 * The service codes that state it, in the order they are looked for. PSYH and GH are kinds of hospitals, HLA a
 * hospital's license; IH is the Indian Health Service.
 */
export const OTHER_AUTHORITIES = {
  federal: ["VAMC", "FED", "DDF"],
  tribal: ["IH"],
  hospital: ["HLA", "GH", "PSYH"],
  health_center: ["FQHC"],
} as const;
export type OtherAuthority = keyof typeof OTHER_AUTHORITIES;

const LOCAL_GOVERNMENT = "LCCG";

/** The first authority that a place names with a yes, and that fact; null when it names none. */
export function otherAuthorityOf(facts: ReadonlyMap<string, Fact>): { authority: OtherAuthority; fact: Fact } | null {
  for (const authority of Object.keys(OTHER_AUTHORITIES) as OtherAuthority[]) {
    const fact = OTHER_AUTHORITIES[authority].map((code) => factOf(facts, code)).find(({ value }) => value === "yes");
    if (fact) return { authority, fact };
  }
  return null;
}

/** The fact that a city or a county runs the place; null when it does not say so. */
export function localGovernmentOf(facts: ReadonlyMap<string, Fact>): Fact | null {
  const fact = factOf(facts, LOCAL_GOVERNMENT);
  return fact.value === "yes" ? fact : null;
}
