import "server-only";
import { db } from "@/lib/server/db";
import { keepCrisisLines } from "@/lib/server/kept-crisis-lines";
import { describeError, logger } from "@/lib/server/logger";
import { toIsoDate } from "@/lib/shared/dates";
import { settingSchemas, type SettingKey, type Settings } from "./schema";

let lastRead: Settings | undefined;

/**
 * All settings, typed. When the database fails, those that were read before: a page about the failure must still name
 * the help lines.
 * @throws when one is missing or malformed: the seed writes them all, and staff cannot save a wrong one.
 */
export async function getSettings(): Promise<Settings> {
  try {
    lastRead = await readSettings();
    keepCrisisLines({ numbers: lastRead.crisisNumbers.value, checkedOn: lastRead.crisisNumbers.checkedOn });
    return lastRead;
  } catch (error) {
    if (!lastRead) throw error;
    logger.error("settings.not_read", describeError(error));
    return lastRead;
  }
}

async function readSettings(): Promise<Settings> {
  const rows = await db.setting.findMany({ select: { key: true, value: true, checkedOn: true } });
  const entries = Object.keys(settingSchemas).map((key) => {
    const row = rows.find((candidate) => candidate.key === key);
    if (!row) throw new Error(`The setting ${key} is missing: run the seed (npm run seed).`);
    const value = settingSchemas[key as SettingKey].parse(row.value);
    return [key, { value, checkedOn: toIsoDate(row.checkedOn) }];
  });
  return Object.fromEntries(entries) as Settings;
}
