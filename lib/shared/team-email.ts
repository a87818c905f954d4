import { isThisMachine } from "./this-machine";
import { z } from "./zod";

/** Of a copy on somebody's own machine; it is nobody's elsewhere. */
export const TEAM_OF_THIS_MACHINE = "team@localhost";

/** The team's public email, in the settings and in the environment. */
export function teamEmail(error: string) {
  return z.string().refine((text) => text === TEAM_OF_THIS_MACHINE || z.email().safeParse(text).success, error);
}

/**
 * Whether mail to an email can arrive anywhere that people of a site are: one at this machine's names does only while
 * the site itself is a copy on this machine.
 * @param email bare, or with a name before it: "Team <team@example.org>"
 * @param siteUrl the site's public URL; undefined when nobody set it
 */
export function reachesFrom(email: string, siteUrl: string | undefined): boolean {
  const [, host = ""] = /@([^@\s>]+)>?\s*$/.exec(email) ?? [];
  return !isThisMachine(host) || isOnThisMachine(siteUrl);
}

/** Whether pages can name an email or a phone of the team by which people reach it. */
export function reachesTeam(
  { email, phone }: { email?: string | null; phone?: string | null },
  siteUrl: string | undefined,
): boolean {
  return Boolean(phone) || (Boolean(email) && reachesFrom(email!, siteUrl));
}

/** Whether a site is a copy that only its own machine reaches. @param siteUrl undefined when nobody set it */
export function isOnThisMachine(siteUrl: string | undefined): boolean {
  return siteUrl !== undefined && URL.canParse(siteUrl) && isThisMachine(new URL(siteUrl).hostname);
}
