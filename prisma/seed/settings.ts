import { system } from "@/lib/audit/actor";
import { saveSetting } from "@/lib/settings/mutations";
import { settingSchemas, type SettingKey, type SettingValue } from "@/lib/settings/schema";
import { db } from "@/lib/server/db";
import { FIRST_CRISIS_LINES } from "@/lib/shared/crisis-lines";

const FIRST_SETTINGS: { [Key in SettingKey]: SettingValue<Key> } = {
  crisisNumbers: FIRST_CRISIS_LINES.numbers,
  // Null until the team has an email and a phone of its own: never invented.
  teamContact: { email: null, phone: null },
  footerCredits: { crafted: "Jonathan Parker", polished: "Harper Miller", evaluated: "Lucia Anderson" },
};

/** Writes the settings that are not there yet; what staff have set stays. */
export async function seedSettings(): Promise<void> {
  const present = new Set((await db.setting.findMany({ select: { key: true } })).map(({ key }) => key));
  for (const key of Object.keys(settingSchemas) as SettingKey[])
    if (!present.has(key)) await saveSetting(system("seed"), key, FIRST_SETTINGS[key], FIRST_CRISIS_LINES.checkedOn);
}
