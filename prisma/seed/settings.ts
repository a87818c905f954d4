import { system } from "@/lib/audit/actor";
import { saveSetting } from "@/lib/settings/mutations";
import { settingSchemas, type SettingKey, type SettingValue } from "@/lib/settings/schema";
import { db } from "@/lib/server/db";

/** The day the numbers were taken from their publishers. Staff who dial them set a later one. */
const CHECKED_ON = "2026-11-21";

const FIRST_SETTINGS: { [Key in SettingKey]: SettingValue<Key> } = {
  crisisNumbers: [
    { key: "emergency", number: "911" },
    { key: "lifeline", number: "988" },
    { key: "samhsa", number: "1-800-662-4357", tty: "1-800-487-4889" },
    { key: "county", number: "1-800-854-7771" },
    { key: "sash", number: "1-844-804-7500" },
  ],
  // Null until the team has an email and a phone of its own: never invented.
  teamContact: { email: null, phone: null },
  footerCredits: { crafted: "Jonathan Parker", polished: "Harper Miller", evaluated: "Lucia Anderson" },
};

/** Writes the settings that are not there yet; what staff have set stays. */
export async function seedSettings(): Promise<void> {
  const present = new Set((await db.setting.findMany({ select: { key: true } })).map(({ key }) => key));
  for (const key of Object.keys(settingSchemas) as SettingKey[])
    if (!present.has(key)) await saveSetting(system("seed"), key, FIRST_SETTINGS[key], CHECKED_ON);
}
