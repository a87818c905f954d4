import "server-only";
import { lastByStaff } from "@/lib/audit/queries";
import { getBackupOverview } from "@/lib/backups/admin-queries";
import { db } from "@/lib/server/db";
import { isAlive, lastHeartbeat } from "@/lib/server/heartbeat";
import { getSettings } from "@/lib/settings/queries";
import { TEAM_OF_THIS_MACHINE } from "@/lib/shared/team-email";
import type { StaffSession } from "@/lib/staff/types";
import type { FirstDayItem } from "./types";

type Answer = Pick<FirstDayItem, "isDone"> & Partial<Pick<FirstDayItem, "at" | "by" | "outcome">>;

/** What a house needs before it can be of use to anybody, in the order in which it is best done. */
export const FIRST_DAY = {
  teamContact: { path: "/admin/settings/teamContact", look: hasTeamContact },
  helpNumbers: { path: "/admin/settings/crisisNumbers", look: whoConfirmedHelpNumbers },
  secondPerson: { path: "/admin/people", look: hasSecondPerson },
  worker: { path: null, look: isWorkerAlive },
  testMail: { path: null, look: lastTestMail },
  backup: { path: "/admin/backups", look: hasBackup },
} as const satisfies Record<string, { path: string | null; look: (staff: StaffSession) => Promise<Answer> }>;

async function hasTeamContact(): Promise<Answer> {
  const { email, phone } = (await getSettings()).teamContact.value;
  return { isDone: Boolean(phone) || (email !== null && email !== TEAM_OF_THIS_MACHINE) };
}

/** The seed has the numbers from their publishers, and nobody of the team has called them yet. */
async function whoConfirmedHelpNumbers(): Promise<Answer> {
  const last = await lastByStaff(db, { action: "setting.changed", subjectId: "crisisNumbers" });
  return { isDone: last !== null, ...last };
}

/** A method, and what somebody has an interest in, need two. */
async function hasSecondPerson(): Promise<Answer> {
  return { isDone: (await db.staffMember.count({ where: { role: { in: ["admin", "editor"] } } })) > 1 };
}

async function isWorkerAlive(): Promise<Answer> {
  const at = await lastHeartbeat();
  return { isDone: isAlive(at), at: at ?? null };
}

async function lastTestMail(): Promise<Answer> {
  const last = await db.auditEvent.findFirst({
    where: { action: { in: ["mail.tested", "mail.test_requested"] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, action: true, after: true },
  });
  if (!last) return { isDone: false };
  const outcome = last.action === "mail.tested" ? String((last.after as { outcome?: string }).outcome) : "waits";
  return { isDone: outcome === "sent", at: last.at, outcome };
}

async function hasBackup(staff: StaffSession): Promise<Answer> {
  const { madeAt, isLate, hasFailed } = await getBackupOverview(staff);
  return { isDone: madeAt !== null && !isLate && !hasFailed, at: madeAt };
}
