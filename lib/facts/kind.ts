import type { ListingKind } from "@/prisma/generated/enums";

export type { ListingKind };

/** The database's, in the order they are shown. */
export const LISTING_KINDS = ["opioid_treatment_program", "outpatient", "residential", "hospital"] as const;

const INPATIENT = ["HI", "HID", "HIT"];
const RESIDENTIAL = ["RES", "RD", "RL", "RS"];

/**
 * The main kind of care of a listing, from the attributes with a yes. A certified opioid treatment program is always of
 * that kind, whatever else it offers; otherwise the most intensive setting decides. A hospital whose beds are not for
 * addiction (code GH without HI) is an outpatient clinic.
 */
export function listingKind(yes: ReadonlySet<string>): ListingKind {
  if (yes.has("OTP")) return "opioid_treatment_program";
  if (INPATIENT.some((code) => yes.has(code))) return "hospital";
  return RESIDENTIAL.some((code) => yes.has(code)) ? "residential" : "outpatient";
}
