/** A state license or certification as its row has it. */
interface License {
  isLicensed: boolean;
  isCertified: boolean;
  /** YYYY-MM-DD; null when the state gives no last day. */
  expiresOn: string | null;
}

/** Whether its last day is over: it counts until the end of that day. A license without one never lapses. */
export function hasLapsed({ expiresOn }: Pick<License, "expiresOn">, day: string): boolean {
  return expiresOn !== null && expiresOn < day;
}

/** Whether a place may treat people by it on a day (YYYY-MM-DD): a row that neither licenses nor certifies lets nobody. */
export function isInForce(license: License, day: string): boolean {
  return (license.isLicensed || license.isCertified) && !hasLapsed(license, day);
}
