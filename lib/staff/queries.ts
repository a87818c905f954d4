import "server-only";
import { db } from "@/lib/server/db";

/** Whose account it is; null when nobody on the staff has that email. */
export async function findMemberId(email: string): Promise<string | null> {
  const member = await db.staffMember.findUnique({ where: { email }, select: { id: true } });
  return member?.id ?? null;
}

/** Whether this press has had its effect already. */
export async function isDone(act: string | null): Promise<boolean> {
  return act !== null && (await db.formAct.count({ where: { id: act } })) > 0;
}
