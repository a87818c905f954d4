import { slugify } from "@/lib/shared/slug";
import { isConfidential } from "./address";

interface Site {
  name: string;
  street: string;
  street2: string | null;
  zip: string;
  /** E.164. */
  phone: string | null;
}

/**
 * The identity of a federal row, for the directory has none that lasts: who, at which address. The second name line is
 * left out, because programs of one operator behind one door are one site ("the same site listed twice"). A
 * confidential site has no address, so its phone stands for one.
 */
export function siteKeyOf({ name, street, street2, zip, phone }: Site): string {
  const place = isConfidential(street) ? [phone ?? ""] : [slugify(street), slugify(street2 ?? "")];
  return [slugify(name), ...place, zip].join("|");
}
