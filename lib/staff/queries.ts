import "server-only";
import { db, type Db } from "@/lib/server/db";

/** Whose account it is; null when nobody on the staff has that email. */
export async function findMemberId(email: string): Promise<string | null> {
  const member = await db.staffMember.findUnique({ where: { email, removedAt: null }, select: { id: true } });
  return member?.id ?? null;
}

/** Whether this press has had its effect already. */
export async function isDone(act: string | null): Promise<boolean> {
  return act !== null && (await db.formAct.count({ where: { id: act } })) > 0;
}

/** The names of members by id; whoever has left is missing. */
export async function memberNames(ids: Iterable<string>, tx: Db = db): Promise<Map<string, string>> {
  const where = { id: { in: [...new Set(ids)] }, removedAt: null };
  const members = await tx.staffMember.findMany({ where, select: { id: true, name: true } });
  return new Map(members.map(({ id, name }) => [id, name]));
}
