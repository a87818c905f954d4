import "server-only";
import { db } from "@/lib/server/db";

/** Whether this press has had its effect already. */
export async function isDone(act: string | null): Promise<boolean> {
  return act !== null && (await db.formAct.count({ where: { id: act } })) > 0;
}
