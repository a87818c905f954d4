import { FOOTER_ROLES, type FooterRole } from "./disclosures";
import type { SettingValue } from "./schema";

/** The page about the people behind the content. */
export const TEAM_PATH = "/editorial-team";

/** Where it says how "Zero-Error Content" goes together with "not yet reviewed". */
export const ZERO_ERROR_PATH = `${TEAM_PATH}#zero-error`;

/** Where it speaks of the person whom the footer names for the role. */
export function personPath(role: FooterRole): string {
  return `${TEAM_PATH}#${role}`;
}

/** The same by name; null for somebody whom the footer does not name. */
export function personPathOf(credits: SettingValue<"footerCredits">, name: string): string | null {
  const role = FOOTER_ROLES.find((each) => credits[each] === name);
  return role ? personPath(role) : null;
}
