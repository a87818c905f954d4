import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/server/db";
import { keepCrisisLines } from "@/lib/server/kept-crisis-lines";
import { siteUrl } from "@/lib/server/env";
import { describeError, logger } from "@/lib/server/logger";
import { toIsoDate } from "@/lib/shared/dates";
import { reachesFrom, reachesTeam } from "@/lib/shared/team-email";
import { settingSchemas, type SettingKey, type Settings } from "./schema";

let lastRead: Settings | undefined;

/** A page with the help lines waits no longer than this for newer ones. */
const READ_WITHIN_MS = 500;

/**
 * All settings, typed. When the database fails, those that were read before: a page about the failure must still name
 * the help lines. The team's email is left out where it reaches nobody: a copy of one machine has become a public site.
 * @throws when one is missing or malformed: the seed writes them all, and staff cannot save a wrong one.
 */
export async function getSettings(): Promise<Settings> {
  try {
    return await readAndKeep();
  } catch (error) {
    if (!lastRead) throw error;
    logger.error("settings.not_read", describeError(error));
    return lastRead;
  }
}

/**
 * The same for a page that is made for one person and kept for nobody: when newer ones are late, those that were read
 * before. Who needs a help line waits for no database.
 */
export async function getSettingsAtOnce(): Promise<Settings> {
  return lastRead ? Promise.race([getSettings(), lastOnes(lastRead)]) : getSettings();
}

async function readAndKeep(): Promise<Settings> {
  lastRead = await readSettings();
  keepCrisisLines({ numbers: lastRead.crisisNumbers.value, checkedOn: lastRead.crisisNumbers.checkedOn });
  return lastRead;
}

/** Those that were read before, when newer ones are late. */
async function lastOnes(last: Settings): Promise<Settings> {
  await pause(READ_WITHIN_MS, undefined, { ref: false });
  return last;
}

async function readSettings(): Promise<Settings> {
  const rows = await db.setting.findMany({ select: { key: true, value: true, checkedOn: true } });
  const entries = Object.keys(settingSchemas).map((key) => {
    const row = rows.find((candidate) => candidate.key === key);
    if (!row) throw new Error(`The setting ${key} is missing: run the seed (npm run seed).`);
    const value = settingSchemas[key as SettingKey].parse(row.value);
    return [key, { value, checkedOn: toIsoDate(row.checkedOn) }];
  });
  return withReachableTeam(Object.fromEntries(entries) as Settings);
}

function withReachableTeam({ teamContact, ...others }: Settings): Settings {
  const { email, ...contact } = teamContact.value;
  const reached = email && reachesFrom(email, siteUrl()) ? email : null;
  return { ...others, teamContact: { ...teamContact, value: { ...contact, email: reached } } };
}

/** For `/api/ready`: whether pages can name an email or a phone of the team, and what to do when not. Never throws. */
export async function checkTeamContact(): Promise<{ team: boolean; problems: string[] }> {
  try {
    const isReached = reachesTeam((await readSettings()).teamContact.value, siteUrl());
    return isReached ? { team: true, problems: [] } : { team: false, problems: [SILENT_TEAM] };
  } catch {
    return { team: false, problems: ["The team's email and phone are not checked: the settings cannot be read."] };
  }
}

const SILENT_TEAM =
  "Nobody can reach the team: it has no public email or phone, or only an email at this machine. " +
  "Set one at /admin/settings/teamContact, or set TEAM_EMAIL and run: npm run seed";
