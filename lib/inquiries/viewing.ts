import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { wasRecorded } from "@/lib/audit/queries";
import type { Db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";

/** Pages of one inquiry that a member opens one after the other, such as a look-up's answers, are one viewing. */
const VIEWING_MS = 10 * 60_000;

/** Writes down that a member sees who a person is, in the transaction that opens it; once for each viewing. */
export async function recordViewing(tx: Db, staff: StaffSession, inquiryId: string): Promise<void> {
  const event = { action: "inquiry.viewed", subjectType: "inquiry", subjectId: inquiryId } as const;
  const since = new Date(Date.now() - VIEWING_MS);
  if (!(await wasRecorded(tx, { ...event, by: staff, since }))) await recordAudit(tx, staff, event);
}
