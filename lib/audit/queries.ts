import "server-only";
import type { Db } from "@/lib/server/db";
import type { StaffActor } from "./actor";
import type { AuditAction, AuditEvent, AuditSubject } from "./types";

interface Sought extends Pick<AuditEvent, "action" | "subjectType" | "subjectId"> {
  /** By this member; by anybody when left out. */
  by?: StaffActor;
  since?: Date;
}

/** Whether a member of the team ever did anything to it, as the audit has it. */
export async function hasStaffTouched(
  tx: Db,
  subject: Pick<AuditEvent, "subjectType" | "subjectId">,
): Promise<boolean> {
  return (await tx.auditEvent.count({ where: { ...subject, actorId: { not: null } } })) > 0;
}

/** Whether it was done, as the audit has it. */
export async function wasRecorded(tx: Db, { by, since, ...event }: Sought): Promise<boolean> {
  const where = { ...event, ...(by && { actorId: by.staffId }), ...(since && { at: { gt: since } }) };
  return (await tx.auditEvent.count({ where })) > 0;
}

/** When a member of the team last did it, and their name; null when they have left. Null when nobody ever did. */
export async function lastByStaff(
  tx: Db,
  event: Pick<AuditEvent, "action" | "subjectId">,
): Promise<{ at: Date; by: string | null } | null> {
  const last = await tx.auditEvent.findFirst({
    where: { ...event, actorId: { not: null } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, actorId: true },
  });
  if (!last) return null;
  const member = await tx.staffMember.findUnique({
    where: { id: last.actorId ?? "", removedAt: null },
    select: { name: true },
  });
  return { at: last.at, by: member?.name ?? null };
}

/** Whether a member of the team did last what was done with something, and no part of the house since. */
export async function wasLastTouchedByStaff(
  tx: Db,
  subject: Pick<AuditEvent, "subjectType" | "subjectId">,
): Promise<boolean> {
  const orderBy = [{ at: "desc" }, { id: "desc" }] as const;
  const last = await tx.auditEvent.findFirst({ where: subject, orderBy: [...orderBy], select: { actorId: true } });
  return Boolean(last?.actorId);
}

/** One thing that a member did. */
export interface StaffEvent {
  id: string;
  at: Date;
  action: AuditAction;
  staffId: string;
  subjectId: string;
}

/** What members did to any of these since a moment; the newest first. */
export async function listByStaff(
  tx: Db,
  { subjectType, subjectIds, since }: { subjectType: AuditSubject; subjectIds: readonly string[]; since: Date },
): Promise<StaffEvent[]> {
  const rows = await tx.auditEvent.findMany({
    where: { subjectType, subjectId: { in: [...subjectIds] }, actorId: { not: null }, at: { gt: since } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, at: true, action: true, actorId: true, subjectId: true },
  });
  return rows.map(({ actorId, action, ...row }) => {
    return { ...row, action: action as AuditAction, staffId: actorId ?? "" };
  });
}

/** An event with both sides as they were recorded. */
export interface OwnEvent {
  id: string;
  at: Date;
  action: string;
  subjectType: string;
  subjectId: string;
  before: unknown;
  after: unknown;
}

/** An event that this member caused since a moment; null when it is another's, older or none. */
export function findOwnEvent(
  tx: Db,
  { staffId: actorId }: StaffActor,
  { id, since }: { id: string; since: Date },
): Promise<OwnEvent | null> {
  return tx.auditEvent.findUnique({
    where: { id, actorId, at: { gt: since } },
    select: { id: true, at: true, action: true, subjectType: true, subjectId: true, before: true, after: true },
  });
}

/** The id of the last event of a record, apart from actions that change nothing; null when there is none. */
export async function lastEventOf(
  tx: Db,
  subject: Pick<AuditEvent, "subjectType" | "subjectId">,
  besides: readonly AuditAction[],
): Promise<string | null> {
  const last = await tx.auditEvent.findFirst({
    where: { ...subject, action: { notIn: [...besides] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return last?.id ?? null;
}
