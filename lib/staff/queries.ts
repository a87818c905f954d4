import "server-only";
import { db } from "@/lib/server/db";
import { isWaiting, openForm } from "./kept";

/** The page at `path`; when words wait there for this member, with the query that the page had when they were sent. */
export async function findKeptPath(staffId: string, path: string): Promise<string> {
  const newest = await db.keptForm.findFirst({
    where: { staffMemberId: staffId, path, ...isWaiting() },
    orderBy: { keptAt: "desc" },
    select: { id: true, words: true },
  });
  return path + ((newest && openForm(newest.id, newest.words)?.search) ?? "");
}

/** Whose account it is; null when nobody on the staff has that email. */
export async function findMemberId(email: string): Promise<string | null> {
  const member = await db.staffMember.findUnique({ where: { email }, select: { id: true } });
  return member?.id ?? null;
}

/** Whether this press has had its effect already. */
export async function isDone(act: string | null): Promise<boolean> {
  return act !== null && (await db.formAct.count({ where: { id: act } })) > 0;
}
