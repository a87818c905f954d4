/** A state license or certification as its row has it. */
interface License {
  isLicensed: boolean;
  isCertified: boolean;
  /** YYYY-MM-DD; null when the state gives no last day. */
  expiresOn: string | null;
}

/** Whether its last day is over. A license counts until the end of that day; without a last day it never lapses. */
export function hasLapsed({ expiresOn }: Pick<License, "expiresOn">, day: string): boolean {
  return expiresOn !== null && expiresOn < day;
}

/** Whether a place may treat people under it on a day (YYYY-MM-DD). A row that neither licenses nor certifies is no. */
export function isInForce(license: License, day: string): boolean {
  return (license.isLicensed || license.isCertified) && !hasLapsed(license, day);
}
