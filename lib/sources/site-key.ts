// What tells one listing of the federal directory from another, for the directory has no number of its own that lasts.

import { isConfidential } from "./address";
import { doorOf } from "./door";
import { nameWords } from "./names";

export interface Site {
  name: string;
  /** The program. */
  unit: string | null;
  /** Empty when the source keeps it to itself. */
  street: string;
  street2: string | null;
  zip: string;
  /** E.164. */
  phone: string | null;
  phoneExtension: string | null;
}

/**
 * Who, which program, at which door, each by what it means. A confidential site has no door, so its phone stands for one.
 * "harbor-clinic|women|100 n main st|2||90012"
 */
export function identityOf(site: Site): string {
  const door = isConfidential(site.street) ? (site.phone ?? "") : "";
  return [...partsOf(site), door].join("|");
}

/** The same but for the phone of a confidential site: what a reader of the file sees as one place. */
export function looksLike(site: Site): string {
  return partsOf(site).join("|");
}

function partsOf({ name, unit, street, street2, zip }: Site): string[] {
  const door = doorOf(isConfidential(street) ? "" : street, street2);
  return [nameWords(name), nameWords(unit ?? ""), door.line, door.unit, zip];
}

/** The identity and the phone, by which two listings of one identity are told apart first: "…|#+12135550190x2". */
export function siteKeyOf(site: Site): string {
  return `${identityOf(site)}#${site.phone ?? ""}${site.phoneExtension ? `x${site.phoneExtension}` : ""}`;
}

/** The identity in a key. */
export function identityIn(key: string): string {
  return key.split("#")[0] ?? "";
}

/** Whether a key is one of these: keys of before left out the program, and had no phone. */
export function isSiteKey(key: string): boolean {
  return key.includes("#");
}
