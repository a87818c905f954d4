// The classes of the state's list, which its column setting_code names. Each row says beside its class whether it is
// licensed, certified or both.

/**
 * RES: residential; NON: outpatient; DSS and DPH: residential, certified by this department and licensed by the
 * Department of Social Services or of Public Health.
 */
export const LICENSE_CLASSES = ["RES", "NON", "DSS", "DPH"] as const;
export type LicenseClass = (typeof LICENSE_CLASSES)[number];

export function isLicenseClass(code: string): code is LicenseClass {
  return (LICENSE_CLASSES as readonly string[]).includes(code);
}

/** Of outpatient care. */
export const OUTPATIENT_CLASS: LicenseClass = "NON";
/** For people to live there, so that the state's number of beds means something. */
export const RESIDENTIAL_CLASSES: readonly string[] = LICENSE_CLASSES.filter((each) => each !== OUTPATIENT_CLASS);

/** Licensed by this department, which alone decides about medical services on site. */
export const LICENSED_CLASS: LicenseClass = "RES";

export function hasBeds(code: string): boolean {
  return RESIDENTIAL_CLASSES.includes(code);
}
