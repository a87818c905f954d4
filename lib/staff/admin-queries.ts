import "server-only";
import type { AuditAction, AuditSubject } from "@/lib/audit/types";
import { findColleagueWords, listColleagueWords, listWaitingWords } from "@/lib/kept-forms/queries";
import { db, type Prisma } from "@/lib/server/db";
import { newStaffKey } from "./staff-form-key";
import { askedPage } from "./session";
import {
  BRING_BACK_DAYS,
  type AuditRow,
  type FailedTries,
  type Member,
  type RecordedAct,
  type RemovedMember,
  type StaffForms,
  type StaffSession,
} from "./types";
import { pageCountOf } from "@/lib/shared/page-count";

export async function listMembers(_staff: StaffSession): Promise<Member[]> {
  const members = await db.staffMember.findMany({
    where: { removedAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      createdAt: true,
      logins: {
        where: { expiresAt: { gt: new Date() } },
        select: { createdAt: true },
        orderBy: { createdAt: "desc" },
        take: 1,
      },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return members.map(({ logins, ...member }) => ({ ...member, signedInAt: logins[0]?.createdAt ?? null }));
}

/** Who was removed and can still be brought back, the last one first. */
export async function listRemovedMembers(_staff: StaffSession): Promise<RemovedMember[]> {
  const members = await db.staffMember.findMany({
    where: { removedAt: { not: null } },
    select: { id: true, name: true, email: true, role: true, removedAt: true },
    orderBy: [{ removedAt: "desc" }, { id: "asc" }],
  });
  return members.flatMap(({ removedAt, ...member }) => {
    const until = removedAt && new Date(removedAt.getTime() + BRING_BACK_DAYS * 24 * 60 * 60 * 1000);
    return removedAt && until ? [{ ...member, removedAt, until }] : [];
  });
}

/** How many browsers this member is signed in with. */
export function countOwnLogins(staff: StaffSession): Promise<number> {
  return db.staffLogin.count({ where: { staffMemberId: staff.staffId, expiresAt: { gt: new Date() } } });
}

/**
 * What the forms of a page need: their identity, and the words that wait there for this member.
 * @param asked which words of a colleague the member wants to see in the form instead, from the URL
 */
export async function getStaffForms(staff: StaffSession, asked?: string | string[]): Promise<StaffForms> {
  const { path } = await askedPage();
  const own = await listWaitingWords(staff.staffId, path);
  const others = await listColleagueWords(staff.staffId, path);
  const taken = others.some(({ id }) => id === asked) ? await findColleagueWords(String(asked), path) : null;
  const shown = taken ? [...own.filter(({ form }) => form !== taken.form), taken] : own;
  return {
    key: newStaffKey(staff),
    path,
    kept: Object.fromEntries(shown.map(({ form, fields }) => [form, fields])),
    keptAt: own.at(-1)?.keptAt ?? null,
    taken: taken && { writer: taken.writer, keptAt: taken.keptAt },
    others,
  };
}

/** The failed tries at the member's own account since they last read of them; null when there were none. */
export async function findFailedTries(staff: StaffSession): Promise<FailedTries | null> {
  const where = { id: staff.staffId };
  const member = await db.staffMember.findUnique({ where, select: { triesReadAt: true } });
  if (!member) return null;
  const tries = await db.auditEvent.groupBy({
    by: ["after"],
    where: {
      action: "staff.sign_in_failed" satisfies AuditAction,
      subjectType: "staff",
      subjectId: staff.staffId,
      at: { gt: member.triesReadAt },
    },
    _count: true,
    _min: { at: true },
    _max: { at: true },
  });
  const moments = tries.flatMap(({ _min, _max }) => [_min.at, _max.at]).filter((at) => at !== null);
  const sum = (groups: typeof tries) => groups.reduce((total, { _count }) => total + _count, 0);
  const unknown = sum(tries.filter(({ after }) => isRecord(after) && after.browser === "unknown"));
  const [since, until] = [moments.toSorted(byTime)[0], moments.toSorted(byTime).at(-1)];
  return since && until ? { count: sum(tries), unknown, since, until } : null;
}

function byTime(one: Date, other: Date): number {
  return one.getTime() - other.getTime();
}

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
  const pages = pageCountOf(total, PAGE_SIZE);
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
      actorName: true,
      before: true,
      after: true,
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip: (shown - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  const nameOf = await namesOf(events);
  const rows = events.map(({ actorId, before, after, ...event }): AuditRow => {
    const member = actorId && (nameOf.get(actorId) ?? actorId);
    return { ...event, subject: nameOf.get(event.subjectId) ?? null, member, changes: changesOf(before, after) };
  });
  return { rows, total, pages, page: shown };
}

/** What was done to one record, newest first, as it was recorded. */
export async function listEventsOf(
  _staff: StaffSession,
  subject: { subjectType: AuditSubject; subjectId: string },
  limit: number,
): Promise<RecordedAct[]> {
  const events = await db.auditEvent.findMany({
    where: subject,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  const nameOf = await namesOf(events);
  return events.map(({ id, at, action, actorId, actorName, before, after }) => {
    return { id, at, action, member: actorId && (nameOf.get(actorId) ?? actorId), actorName, before, after };
  });
}

interface Mention {
  subjectType: string;
  subjectId: string;
  actorId: string | null;
}

/**
 * The names of the members who acted, and of the records they acted on, by id. Inquiries and corrections have only
 * their reference.
 */
async function namesOf(events: Mention[]): Promise<Map<string, string>> {
  const idsOf = (type: string) => events.filter((each) => each.subjectType === type).map((each) => each.subjectId);
  const people = [...idsOf("staff"), ...events.map(({ actorId }) => actorId).filter((id) => id !== null)];
  const where = (ids: string[]) => ({ where: { id: { in: ids } } });
  const [departed, members, listings, operators, posts, inquiries, corrections] = await Promise.all([
    db.auditEvent.findMany({
      where: { action: "staff.removed" satisfies AuditAction, subjectId: { in: people } },
      select: { subjectId: true, before: true },
    }),
    db.staffMember.findMany({ ...where(people), select: { id: true, name: true } }),
    db.listing.findMany({ ...where(idsOf("listing")), select: { id: true, name: true } }),
    db.operator.findMany({ ...where(idsOf("operator")), select: { id: true, name: true } }),
    db.post.findMany({ ...where(idsOf("post")), select: { id: true, title: true } }),
    db.inquiry.findMany({ ...where(idsOf("inquiry")), select: { id: true, reference: true } }),
    db.correction.findMany({ ...where(idsOf("correction")), select: { id: true, reference: true } }),
  ]);
  return new Map([
    ...departed.map(({ subjectId, before }) => [subjectId, wordsOf(fieldsOf(before).name)] as const),
    ...members.map(({ id, name }) => [id, name] as const),
    ...[...listings, ...operators].map(({ id, name }) => [id, name] as const),
    ...posts.map(({ id, title }) => [id, title] as const),
    ...[...inquiries, ...corrections].map(({ id, reference }) => [id, reference] as const),
  ]);
}

function changesOf(before: unknown, after: unknown): AuditRow["changes"] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields.map((field) => ({ field, before: wordsOf(was[field]), after: wordsOf(is[field]) }));
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

/** A recorded value as staff read it: rows one below the other, their columns named. */
function wordsOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(wordsOf).join(value.some(isRecord) ? "\n" : ", ");
  if (!isRecord(value)) return typeof value === "string" ? value : JSON.stringify(value);
  return Object.entries(value)
    .map(([column, each]) => `${column}: ${wordsOf(each)}`)
    .join(", ");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
