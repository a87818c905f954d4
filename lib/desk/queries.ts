import "server-only";
import { lastByStaff } from "@/lib/audit/queries";
import { getBackupOverview } from "@/lib/backups/admin-queries";
import { newestDirectories } from "@/lib/listings/queries";
import { db } from "@/lib/server/db";
import { isAlive, lastHeartbeat } from "@/lib/server/heartbeat";
import { getSettings } from "@/lib/settings/queries";
import { today } from "@/lib/shared/dates";
import { pageCountOf } from "@/lib/shared/page-count";
import { TEAM_OF_THIS_MACHINE } from "@/lib/shared/team-email";
import type { StaffSession } from "@/lib/staff/types";
import { reChecksSql } from "./re-check-sql";
import { FIRST_DAY, type FirstDayItem, type FirstDayKey, type ReCheck, type ReCheckReason } from "./types";

const PAGE_SIZE = 25;

interface Row extends ReCheck {
  total: number;
}

/**
 * A page of the public places of which somebody should make sure that what we say is true: the highest ranked first,
 * then those that inquiries and reports name most often.
 */
export async function listReChecks(
  staff: StaffSession,
  { reason, page: wanted }: { reason: ReCheckReason | null; page: number },
): Promise<{ rows: ReCheck[]; total: number; page: number; pages: number }> {
  const rows = await find(staff, reason, PAGE_SIZE, (wanted - 1) * PAGE_SIZE);
  const total = rows[0]?.total ?? (await countReChecks(staff, reason));
  const pages = pageCountOf(total, PAGE_SIZE);
  if (rows.length === 0 && total > 0) return listReChecks(staff, { reason, page: pages });
  return { rows, total, page: Math.min(wanted, pages), pages };
}

/** How many places there are to check again, for one reason or any. */
export async function countReChecks(staff: StaffSession, reason: ReCheckReason | null = null): Promise<number> {
  const [first] = await find(staff, reason, 1, 0);
  return first?.total ?? 0;
}

async function find(_staff: StaffSession, reason: ReCheckReason | null, limit: number, offset: number): Promise<Row[]> {
  const directories = await newestDirectories(db);
  return db.$queryRaw<Row[]>(reChecksSql({ reason, directories, day: today(), limit, offset }));
}

type Answer = Pick<FirstDayItem, "isDone"> & Partial<Pick<FirstDayItem, "at" | "by" | "outcome">>;

/** How each item of the first-day checklist is found out, and where it is done. */
const FIRST_DAY_LOOKS = {
  teamContact: { path: "/admin/settings/teamContact", look: hasTeamContact },
  helpNumbers: { path: "/admin/settings/crisisNumbers", look: whoConfirmedHelpNumbers },
  secondPerson: { path: "/admin/people", look: hasSecondPerson },
  worker: { path: null, look: isWorkerAlive },
  testMail: { path: null, look: lastTestMail },
  backup: { path: "/admin/backups", look: hasBackup },
} as const satisfies Record<FirstDayKey, { path: string | null; look: (staff: StaffSession) => Promise<Answer> }>;

/** The first-day checklist as it stands. */
export function listFirstDay(staff: StaffSession): Promise<FirstDayItem[]> {
  return Promise.all(
    FIRST_DAY.map(async (key): Promise<FirstDayItem> => {
      const { path, look } = FIRST_DAY_LOOKS[key];
      return { key, path, at: null, by: null, outcome: null, ...(await look(staff)) };
    }),
  );
}

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
  return {
    isDone: (await db.staffMember.count({ where: { role: { in: ["admin", "editor"] }, removedAt: null } })) > 1,
  };
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
