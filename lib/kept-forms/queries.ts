import "server-only";
import { db } from "@/lib/server/db";
import { isWaiting, openForm } from "./sealed";

/** The page at `path`; when words wait there for this member, with the query that the page had when they were sent. */
export async function findKeptPath(staffId: string, path: string): Promise<string> {
  const newest = await db.keptForm.findFirst({
    where: { staffMemberId: staffId, path, ...isWaiting() },
    orderBy: { keptAt: "desc" },
    select: { id: true, words: true },
  });
  return path + ((newest && openForm(newest.id, newest.words)?.search) ?? "");
}
