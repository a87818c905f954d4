import { isLicenseClass } from "./license-class";

/** A state license or certification as its row has it. */
interface License {
  isLicensed: boolean;
  isCertified: boolean;
  /** YYYY-MM-DD; null when the state gives no last day. */
  expiresOn: string | null;
}

/** With its class, which says for what kind of care it is. */
export interface ClassedLicense extends License {
  settingCode: string;
}

/** Whether its last day is over. A license counts until the end of that day; without a last day it never lapses. */
export function hasLapsed({ expiresOn }: Pick<License, "expiresOn">, day: string): boolean {
  return expiresOn !== null && expiresOn < day;
}

/** Whether a place may treat people under it on a day (YYYY-MM-DD). A row that neither licenses nor certifies is no. */
export function isInForce(license: License, day: string): boolean {
  return (license.isLicensed || license.isCertified) && !hasLapsed(license, day);
}

/** Whether it allows some kind of care on a day. A class that we do not know allows none. */
export function allowsCare(license: ClassedLicense, day: string): boolean {
  return isLicenseClass(license.settingCode) && isInForce(license, day);
}
