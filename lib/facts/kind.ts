import type { ListingKind } from "@/prisma/generated/enums";
import { LEVEL_CODES } from "./key-facts";
import { OUTPATIENT_CLASS, RESIDENTIAL_CLASSES } from "./license-class";
import { OTHER_AUTHORITIES } from "./other-authority";

export type { ListingKind };

/** The database's, in the order they are shown. */
export const LISTING_KINDS = ["opioid_treatment_program", "outpatient", "residential", "hospital"] as const;

const OUTPATIENT = [...LEVEL_CODES.outpatient, ...LEVEL_CODES.intensive];
const HOSPITAL = OTHER_AUTHORITIES.hospital;
/** Whom another authority licenses, as they state. */
const ELSEWHERE = Object.values(OTHER_AUTHORITIES).flat();

/** Every code that a listing's kind depends on. */
export const KIND_CODES = ["OTP", ...Object.values(LEVEL_CODES).flat(), ...ELSEWHERE];

/** Which classes cover a kind of care; of an opioid treatment program, what it offers beside that. */
const CLASSES: Readonly<Record<ListingKind, readonly string[]>> = {
  opioid_treatment_program: [...RESIDENTIAL_CLASSES, OUTPATIENT_CLASS],
  outpatient: [OUTPATIENT_CLASS, "RES"],
  residential: RESIDENTIAL_CLASSES,
  hospital: RESIDENTIAL_CLASSES,
};

/** Whether a license of this class of the state's list covers a kind of care. */
export function isClassFor(kind: ListingKind, settingCode: string): boolean {
  return CLASSES[kind].includes(settingCode);
}

/**
 * The main kind of care of a listing: the first that fits. A hospital whose beds are not for addiction (code GH without
 * HI) is an outpatient clinic, and beds without a hospital are residential. A place that answers both residential and
 * outpatient, and of which the state's list knows an outpatient certificate only, is outpatient.
 * @param yes what the place answers with a yes
 * @param classes of its own licenses that are current on the day of the state's list
 */
export function listingKind(yes: ReadonlySet<string>, classes: readonly string[]): ListingKind {
  const answers = (codes: readonly string[]) => codes.some((code) => yes.has(code));
  if (yes.has("OTP")) return "opioid_treatment_program";
  if (answers(HOSPITAL) && answers(LEVEL_CODES.hospital)) return "hospital";
  if (RESIDENTIAL_CLASSES.some((each) => classes.includes(each))) return "residential";
  if (!answers(LEVEL_CODES.residential)) return "outpatient";
  const isCertified = classes.includes(OUTPATIENT_CLASS) && !answers(ELSEWHERE);
  return isCertified && answers(OUTPATIENT) ? "outpatient" : "residential";
}
