import { system } from "@/lib/audit/actor";
import { saveSetting } from "@/lib/settings/mutations";
import { settingSchemas, type SettingKey, type SettingValue } from "@/lib/settings/schema";
import { getSettings } from "@/lib/settings/queries";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { today } from "@/lib/shared/dates";
import { FIRST_CRISIS_LINES } from "@/lib/shared/crisis-lines";

const FIRST_SETTINGS: { [Key in SettingKey]: SettingValue<Key> } = {
  crisisNumbers: FIRST_CRISIS_LINES.numbers,
  // Null until somebody says what it is: never invented.
  teamContact: { email: null, phone: null, answersWithin: null },
  footerCredits: { crafted: "Jonathan Parker", polished: "Harper Miller", evaluated: "Lucia Anderson" },
};

/** Writes the settings that are not there yet, and TEAM_EMAIL where nobody could reach the team; what staff set stays. */
export async function seedSettings(): Promise<void> {
  const present = new Set((await db.setting.findMany({ select: { key: true } })).map(({ key }) => key));
  for (const key of Object.keys(settingSchemas) as SettingKey[])
    if (!present.has(key)) await saveSetting(system("seed"), key, FIRST_SETTINGS[key], FIRST_CRISIS_LINES.checkedOn);
  await seedTeamEmail();
}

async function seedTeamEmail(): Promise<void> {
  const email = env().TEAM_EMAIL;
  const present = (await getSettings()).teamContact.value;
  if (email && !present.email && !present.phone)
    await saveSetting(system("seed"), "teamContact", { ...present, email }, today());
}
