import { isOnThisMachine, reachesFrom } from "@/lib/shared/team-email";

/** How to set each email of the settings. */
export const EMAIL_WORDS = {
  MAIL_TO: "MAIL_TO: set the team's email, or several with commas between them, such as team@example.org",
  MAIL_FROM: "MAIL_FROM: set who our mails come from, such as Best Heroin Rehab <no-reply@example.org>",
  TEAM_EMAIL: "TEAM_EMAIL: set the team's public email, such as team@example.org, and nothing else",
} as const;
type EmailSetting = keyof typeof EMAIL_WORDS;

/** Staff may have set it on the site, so the environment need not. */
const MAY_BE_EMPTY: readonly string[] = ["TEAM_EMAIL"] satisfies EmailSetting[];

/**
 * Words for each email that is empty or at this machine where the site is for more people than this machine: its mails
 * would come from localhost, or lead there.
 * @param settings as the environment has them
 */
export function emailsThatReachNobody(settings: Readonly<Record<string, string | undefined>>): string[] {
  const url = settings.SITE_URL?.trim() || undefined;
  if (isOnThisMachine(url)) return [];
  return Object.entries(EMAIL_WORDS).flatMap(([name, words]) => {
    const emails = settings[name]?.trim();
    if (!emails) return MAY_BE_EMPTY.includes(name) ? [] : [words];
    if (emails.split(",").every((email) => reachesFrom(email, url))) return [];
    return [`${words}. ${emails} is at this machine, and SITE_URL is not`];
  });
}
