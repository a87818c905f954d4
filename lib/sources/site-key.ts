import { slugify } from "@/lib/shared/slug";
import { doorWords, isConfidential } from "./address";
import type { Answers } from "./answers";

interface Site {
  name: string;
  street: string;
  street2: string | null;
  zip: string;
  /** E.164. */
  phone: string | null;
}

/**
 * The identity of a federal row, because the directory has no lasting one: name and address. It leaves out the second
 * name line, because programs of one operator behind one door are one site ("the same site listed twice"). A
 * confidential site has no address, so its phone takes the address's place.
 */
export function siteKeyOf({ name, street, street2, zip, phone }: Site): string {
  const place = isConfidential(street) ? [phone ?? ""] : [slugify(street), slugify(street2 ?? "")];
  return [slugify(name), ...place, zip].join("|");
}

/**
 * Equal for two rows of one file that write one program's door differently, "420 N. James Rd. #100" and "420 North
 * James Road, Ste. 100", and say the same of it. Rows that say different things stay apart.
 */
export function sameSiteOf(
  { name, unit, street, street2, zip, phone }: Site & { unit: string | null },
  answers: Answers,
): string {
  const door = isConfidential(street) ? { line: "", unit: "" } : doorWords(street, street2);
  const said = [...answers.yes, ...answers.unrecognised].join(" ");
  return [slugify(name), slugify(unit ?? ""), door.line, door.unit, zip, phone ?? "", said].join("|");
}
