import "server-only";
import { db, type Prisma } from "@/lib/server/db";
import { z } from "@/lib/shared/zod";
import type { StaffSession } from "@/lib/staff/types";
import { openNote } from "./sealed";
import type { Assignable, DeskFigures, DeskNote, ErasableInquiry } from "./types";

/** Whom inquiries may be assigned to: everybody whose role lets them work on them. */
export function listAssignable(_staff: StaffSession): Promise<Assignable[]> {
  return db.staffMember.findMany({
    where: { role: { in: ["outreach", "admin"] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

/** Notes about one inquiry, the oldest first. They are personal: ask only beside `viewInquiry`, which is written down. */
export async function listNotes(_staff: StaffSession, inquiryId: string): Promise<DeskNote[]> {
  const rows = await db.inquiryNote.findMany({
    where: { inquiryId },
    orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    select: { id: true, writtenAt: true, text: true, staffMember: { select: { name: true } } },
  });
  return rows.map(({ id, writtenAt, text, staffMember }) => {
    return { id, writtenAt, author: staffMember?.name ?? null, text: openNote(id, text) };
  });
}

/** An inquiry that a person wants to have erased; null when there is none of that id. */
export async function findErasable(_staff: StaffSession, id: string): Promise<ErasableInquiry | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const select = { reference: true, erasedAt: true, _count: { select: { outreach: true } } } as const;
  const found = await db.inquiry.findUnique({ where: { id }, select });
  if (!found) return null;
  const { reference, erasedAt, _count } = found;
  return { id, reference, isErased: erasedAt !== null, contactCount: _count.outreach };
}

/** The open inquiry that is due first, other than the one at hand, among mine and nobody's; null when none is. */
export async function findNextInquiry(staff: StaffSession, exceptId: string): Promise<string | null> {
  const next = await db.inquiry.findFirst({
    where: {
      id: { not: exceptId },
      dueAt: { not: null },
      suspectedSpam: false,
      OR: [{ assigneeId: staff.staffId }, { assigneeId: null }],
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return next?.id ?? null;
}

/** How the desk keeps up, counted by the database. */
export async function getDeskFigures(_staff: StaffSession): Promise<DeskFigures> {
  const where = (condition: Prisma.InquiryWhereInput) => db.inquiry.count({ where: condition });
  const [states, overdue, unassigned, quarantined, undelivered, answers] = await Promise.all([
    db.inquiry.groupBy({ by: ["status"], where: { erasedAt: null }, _count: true }),
    where({ dueAt: { lt: new Date() } }),
    where({ dueAt: { not: null }, assigneeId: null }),
    where({ suspectedSpam: true, status: "new" }),
    db.mail.count({ where: { status: { notIn: ["sent", "cancelled"] } } }),
    db.$queryRaw<{ minutes: number | null }[]>`
      SELECT percentile_cont(0.5) WITHIN GROUP (
        ORDER BY extract(epoch FROM "firstAnsweredAt" - "createdAt") / 60)::float8 AS minutes
      FROM "Inquiry" WHERE "firstAnsweredAt" IS NOT NULL AND "createdAt" > utc_clock() - interval '90 days'`,
  ]);
  return {
    byStatus: Object.fromEntries(states.map(({ status, _count }) => [status, _count])),
    overdue,
    unassigned,
    quarantined,
    undelivered,
    medianFirstAnswerMinutes: answers[0]?.minutes ?? null,
  };
}
