import type { SettingValue } from "@/lib/settings/schema";
import { fromIsoDate } from "@/lib/shared/dates";

export const SECURITY_PATH = "/.well-known/security.txt";

const DAY_MS = 86_400_000;
/** RFC 9116 asks for less than a year. */
const VALID_DAYS = 364;

interface Team {
  value: Pick<SettingValue<"teamContact">, "email" | "phone">;
  /** YYYY-MM-DD: when staff last said that people reach the team there. */
  checkedOn: string;
}

/**
 * RFC 9116: where to report a weakness. It ends a year after staff last looked at the team's contact, not a year after
 * somebody asks: a contact that nobody looks after must not seem fresh.
 */
export function securityTxt(site: string, { value: { email, phone }, checkedOn }: Team): string {
  const contacts = [email && `mailto:${email}`, phone && `tel:${phone}`, `${site}/contact`].filter(Boolean);
  const expires = new Date(fromIsoDate(checkedOn).getTime() + VALID_DAYS * DAY_MS);
  return [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires.toISOString()}`,
    "Preferred-Languages: en, es",
    `Canonical: ${site}${SECURITY_PATH}`,
    "",
  ].join("\n");
}
