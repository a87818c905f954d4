import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { db } from "@/lib/server/db";
import { fromIsoDate, toIsoDate } from "@/lib/shared/dates";
import type { StaffSession } from "@/lib/staff/types";
import { markOf } from "./mark";
import type { SettingInput, SettingKey } from "./schema";

/** In a conflict somebody else saved the setting after the editor had opened it. */
export type SettingWrite = "saved" | "conflict";

/**
 * Writes one setting; `checkedOn` is the day (YYYY-MM-DD) a person made sure that it is true. With the mark of the state
 * that the editor saw (`seen`), nothing is written over another state.
 */
export async function saveSetting<Key extends SettingKey>(
  actor: StaffSession | SystemActor,
  key: Key,
  value: SettingInput<Key>,
  checkedOn: string,
  seen?: string,
): Promise<SettingWrite> {
  return db.$transaction(async (tx): Promise<SettingWrite> => {
    // One at a time, even for a setting that does not exist yet.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('setting'), hashtext(${key}))`;
    const before = await tx.setting.findUnique({ where: { key }, select: { value: true, checkedOn: true } });
    // The button was pressed twice, or nothing was changed.
    if (before && toIsoDate(before.checkedOn) === checkedOn && isDeepStrictEqual(before.value, value)) return "saved";
    if (before && seen && seen !== markOf({ value: before.value, checkedOn: toIsoDate(before.checkedOn) }))
      return "conflict";
    const row = { value, checkedOn: fromIsoDate(checkedOn) };
    await tx.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
    await recordAudit(tx, actor, {
      action: "setting.changed",
      subjectType: "setting",
      subjectId: key,
      before,
      after: { value, checkedOn },
    });
    return "saved";
  });
}
