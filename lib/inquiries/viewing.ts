import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";

/** When a member opens pages of one inquiry within this time, such as the results of a look-up, it is one viewing. */
const VIEWING_MS = 10 * 60_000;

/** Records that a member sees who a person is, in the transaction that decrypts it; once for each viewing. */
export async function recordViewing(tx: Db, staff: StaffSession, inquiryId: string): Promise<void> {
  const subject = { subjectType: "inquiry", subjectId: inquiryId };
  const event = { actorId: staff.staffId, action: "inquiry.viewed", ...subject };
  const since = new Date(Date.now() - VIEWING_MS);
  const isWritten = (await tx.auditEvent.count({ where: { ...event, at: { gt: since } } })) > 0;
  if (!isWritten) await recordAudit(tx, event);
}
