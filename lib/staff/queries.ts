import "server-only";
import { db } from "@/lib/server/db";
import { isWaiting, openForm } from "./kept";

/** The page at `path`; when words wait for this member there, with the query the page had when they were sent. */
export async function findKeptPath(staffId: string, path: string): Promise<string> {
  const newest = await db.keptForm.findFirst({
    where: { staffMemberId: staffId, path, ...isWaiting() },
    orderBy: { keptAt: "desc" },
    select: { id: true, words: true },
  });
  return path + ((newest && openForm(newest.id, newest.words)?.search) ?? "");
}

/** Whether this press has done its work already. */
export async function isDone(act: string | null): Promise<boolean> {
  return act !== null && (await db.formAct.count({ where: { id: act } })) > 0;
}
