import "server-only";
import { db } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { settingSchemas, type SettingKey, type Settings } from "./schema";

/**
 * All settings, typed.
 * @throws when one is missing or malformed: the seed writes them all, and staff cannot save a wrong one.
 */
export async function getSettings(): Promise<Settings> {
  const rows = await db.setting.findMany({ select: { key: true, value: true, checkedOn: true } });
  const entries = Object.keys(settingSchemas).map((key) => {
    const row = rows.find((candidate) => candidate.key === key);
    if (!row) throw new Error(`The setting ${key} is missing: run the seed (npm run seed).`);
    const value = settingSchemas[key as SettingKey].parse(row.value);
    return [key, { value, checkedOn: toIsoDate(row.checkedOn) }];
  });
  return Object.fromEntries(entries) as Settings;
}
