import "server-only";
import { db, type Db } from "@/lib/server/db";
import type { SettingKey, SettingValue } from "./schema";

/** Writes one setting; `checkedOn` is the day (YYYY-MM-DD) a person made sure that it is true. */
export async function saveSetting<Key extends SettingKey>(
  key: Key,
  value: SettingValue<Key>,
  checkedOn: string,
  tx: Db = db,
): Promise<void> {
  const row = { value, checkedOn: new Date(`${checkedOn}T00:00:00Z`) };
  await tx.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
}
