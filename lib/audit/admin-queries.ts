import "server-only";
import { db, type Prisma } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import type { AuditRow } from "./types";

const PAGE_SIZE = 50;

export interface AuditFilter {
  /** Such as "listing"; empty for all. */
  subjectType: string;
  subjectId: string;
  page: number;
}

/** One page of events, newest first. */
export async function listAuditEvents(_staff: StaffSession, { subjectType, subjectId, page }: AuditFilter) {
  const where: Prisma.AuditEventWhereInput = { ...(subjectType && { subjectType }), ...(subjectId && { subjectId }) };
  const total = await db.auditEvent.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const shown = Math.min(page, pages);
  const events = await db.auditEvent.findMany({
    where,
    select: {
      id: true,
      at: true,
      action: true,
      subjectType: true,
      subjectId: true,
      actorId: true,
      before: true,
      after: true,
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip: (shown - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  const actorIds = events.map(({ actorId }) => actorId).filter((id) => id !== null);
  const members = await db.staffMember.findMany({ where: { id: { in: actorIds } }, select: { id: true, name: true } });
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  const rows = events.map(({ actorId, before, after, ...event }): AuditRow => {
    const actor = actorId && (nameOf.get(actorId) ?? actorId);
    return { ...event, actor, changes: changesOf(before, after) };
  });
  return { rows, total, pages, page: shown };
}

function changesOf(before: unknown, after: unknown): AuditRow["changes"] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields.map((field) => ({ field, before: wordsOf(was[field]), after: wordsOf(is[field]) }));
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function wordsOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
