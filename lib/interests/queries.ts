import "server-only";
import { db, type Db } from "@/lib/server/db";

/** Whether a staff member has an open conflict of interest with a listing. */
export async function hasInterest(staffMemberId: string, listingId: string, tx: Db = db): Promise<boolean> {
  return (await tx.interest.count({ where: { staffMemberId, listingId, endedAt: null } })) > 0;
}
