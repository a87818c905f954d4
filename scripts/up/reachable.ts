import { EMAIL_WORDS, emailsThatReachNobody } from "../../lib/server/email-settings";
import { isOnThisMachine } from "../../lib/shared/team-email";
import { query } from "../setup/database";
import { Failure } from "../setup/failure.mjs";
import { hasTeamContact } from "../setup/team-contact-check";

/**
 * A copy whose SITE_URL is this machine needs no email: what is empty is filled in. A public site says all at once which
 * ones it needs, before anything takes time.
 * @param settings as the environment has them, with the SITE_URL that the site gets
 * @param url of the database, which may be empty yet
 * @throws Failure
 */
export async function refuseUnreachable(settings: NodeJS.ProcessEnv, url: string): Promise<void> {
  const wrong = emailsThatReachNobody(settings);
  if (!settings.TEAM_EMAIL && !(await isTeamReached(url, settings.SITE_URL))) wrong.push(EMAIL_WORDS.TEAM_EMAIL);
  if (wrong.length === 0) return;
  throw new Failure(
    `SITE_URL is ${settings.SITE_URL}, so people need emails that reach them and you. Set these in .env:\n` +
      `${wrong.map((words) => `         ${words}`).join("\n")}\n` +
      "       To try the site on this machine alone, leave SITE_URL empty.",
  );
}

/** By what staff set on the site, or because the start fills it in for this machine. Tables that are not there have none. */
async function isTeamReached(url: string, siteUrl: string | undefined): Promise<boolean> {
  return isOnThisMachine(siteUrl) || query(url, (client) => hasTeamContact(client, siteUrl)).catch(() => false);
}
