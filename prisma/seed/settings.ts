import { system } from "@/lib/audit/actor";
import { wasLastTouchedByStaff } from "@/lib/audit/queries";
import { saveSetting } from "@/lib/settings/mutations";
import { NO_OWNERSHIP, NO_PROFILES } from "@/lib/settings/disclosures";
import { settingSchemas, type SettingKey, type SettingValue } from "@/lib/settings/schema";
import { getSettings } from "@/lib/settings/queries";
import { db } from "@/lib/server/db";
import { env, siteUrl } from "@/lib/server/env";
import { today } from "@/lib/shared/dates";
import { FIRST_CRISIS_LINES } from "@/lib/shared/crisis-lines";
import { reachesFrom, TEAM_OF_THIS_MACHINE } from "@/lib/shared/team-email";

const FIRST_SETTINGS: { [Key in SettingKey]: SettingValue<Key> } = {
  crisisNumbers: FIRST_CRISIS_LINES.numbers,
  // Null until somebody says what it is: never invented.
  teamContact: { email: null, phone: null, answersWithin: null },
  footerCredits: { crafted: "Jonathan Parker", polished: "Harper Miller", evaluated: "Lucia Anderson" },
  profiles: NO_PROFILES,
  ownership: NO_OWNERSHIP,
};

/** Writes the settings and help lines that are not there yet, and TEAM_EMAIL where nobody could reach the team; what staff set stays. */
export async function seedSettings(): Promise<void> {
  const present = new Set((await db.setting.findMany({ select: { key: true } })).map(({ key }) => key));
  for (const key of Object.keys(settingSchemas) as SettingKey[])
    if (!present.has(key)) await saveSetting(system("seed"), key, FIRST_SETTINGS[key], FIRST_CRISIS_LINES.checkedOn);
  await seedNewLines();
  await seedTeamEmail();
}

/** Adds help lines that a later version of the site knows. Those that are there keep what staff wrote, and their day. */
async function seedNewLines(): Promise<void> {
  const { value: lines, checkedOn } = (await getSettings()).crisisNumbers;
  const newer = FIRST_CRISIS_LINES.numbers.filter(({ key }) => lines.every((line) => line.key !== key));
  if (newer.length > 0) await saveSetting(system("seed"), "crisisNumbers", [...lines, ...newer], checkedOn);
}

/** Where nobody could reach the team, and in the place of what `npm run up` wrote for its machine. */
async function seedTeamEmail(): Promise<void> {
  const email = env().TEAM_EMAIL;
  const present = (await getSettings()).teamContact.value;
  if (!email || present.phone || !reachesFrom(email, siteUrl())) return;
  const ofStaff = await wasLastTouchedByStaff(db, { subjectType: "setting", subjectId: "teamContact" });
  if (!present.email || (present.email === TEAM_OF_THIS_MACHINE && !ofStaff))
    await saveSetting(system("seed"), "teamContact", { ...present, email }, today());
}
