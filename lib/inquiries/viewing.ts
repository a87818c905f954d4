import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { wasRecorded } from "@/lib/audit/queries";
import type { Db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";

/** When a member opens pages of one inquiry within this time, such as the results of a look-up, it is one viewing. */
const VIEWING_MS = 10 * 60_000;

/** Records that a member sees who a person is, in the transaction that decrypts it; once for each viewing. */
export async function recordViewing(tx: Db, staff: StaffSession, inquiryId: string): Promise<void> {
  const event = { action: "inquiry.viewed", subjectType: "inquiry", subjectId: inquiryId } as const;
  const since = new Date(Date.now() - VIEWING_MS);
  if (!(await wasRecorded(tx, { ...event, by: staff, since }))) await recordAudit(tx, staff, event);
}
