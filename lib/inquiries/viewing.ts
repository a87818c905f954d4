import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";

/** Pages of one inquiry that a member opens one after the other, such as a look-up's answers, are one viewing. */
const VIEWING_MS = 10 * 60_000;

/** Writes down that a member sees who a person is, in the transaction that opens it; once for each viewing. */
export async function recordViewing(tx: Db, staff: StaffSession, inquiryId: string): Promise<void> {
  const subject = { subjectType: "inquiry", subjectId: inquiryId };
  const event = { actorId: staff.staffId, action: "inquiry.viewed", ...subject };
  const since = new Date(Date.now() - VIEWING_MS);
  const isWritten = (await tx.auditEvent.count({ where: { ...event, at: { gt: since } } })) > 0;
  if (!isWritten) await recordAudit(tx, event);
}
