import "server-only";
import { getBackupOverview } from "@/lib/backups/admin-queries";
import { consentState } from "@/lib/consents/consent-state";
import { fullTitle, TITLE_COLUMNS } from "@/lib/facts/listing-title";
import { findInquiriesBy, isNobodys } from "@/lib/inquiries/admin-queries";
import type { InquiryRow } from "@/lib/inquiries/types";
import { listKeptPages } from "@/lib/kept-forms/queries";
import { countPaced, undelivered } from "@/lib/mails/queries";
import { findByContactNumber } from "@/lib/outreach/queries";
import { findProposedEdition } from "@/lib/rankings/admin-queries";
import type { ProposedEdition } from "@/lib/rankings/types";
import { findDue, findLastRetention } from "@/lib/retention/queries";
import { openOrNull } from "@/lib/server/crypto";
import { db, type Prisma } from "@/lib/server/db";
import { z } from "@/lib/shared/zod";
import { mayAct } from "@/lib/staff/roles";
import type { StaffSession } from "@/lib/staff/types";
import { DAY_WORK } from "./day-work";
import { draftPage, type DraftKind } from "./draft-pages";
import { openNote } from "./sealed";
import {
  DAY_TASKS,
  type Assignable,
  type DashboardFigures,
  type DayTask,
  type DeskFigures,
  type DeskNote,
  type Draft,
  type WishedInquiry,
} from "./types";

/** Whom inquiries may be assigned to: everybody whose role lets them work on them. */
export function listAssignable(_staff: StaffSession): Promise<Assignable[]> {
  return db.staffMember.findMany({
    where: { role: { in: ["outreach", "admin"] }, removedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

/**
 * Notes about one inquiry, the oldest first. They are personal: call it only beside `viewInquiry`, which is audited.
 */
export async function listNotes(_staff: StaffSession, inquiryId: string): Promise<DeskNote[]> {
  const rows = await db.inquiryNote.findMany({
    where: { inquiryId },
    orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    select: { id: true, writtenAt: true, text: true, staffMember: { select: { name: true } } },
  });
  return rows.map(({ id, writtenAt, text, staffMember }) => {
    return { id, writtenAt, author: staffMember?.name ?? null, text: openOrNull(() => openNote(id, text)) };
  });
}

/** An inquiry whose person wants something that cannot be undone; null when there is none of that id. */
export async function findWished(_staff: StaffSession, id: string): Promise<WishedInquiry | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const consents = { where: { ending: null }, select: { ending: true, expiresAt: true } } as const;
  const select = { reference: true, erasedAt: true, consents, _count: { select: { outreach: true } } } as const;
  const found = await db.inquiry.findUnique({ where: { id }, select });
  if (!found) return null;
  const { reference, erasedAt, _count } = found;
  const hasActiveConsent = found.consents.some((consent) => consentState(consent) === "active");
  return { id, reference, hasActiveConsent, isErased: erasedAt !== null, contactCount: _count.outreach };
}

/** The other open inquiry that is due first, of mine and of those that nobody works on; null when none is. */
export async function findNextInquiry(staff: StaffSession, exceptId: string): Promise<string | null> {
  const next = await db.inquiry.findFirst({
    where: {
      id: { not: exceptId },
      dueAt: { not: null },
      suspectedSpam: false,
      OR: [{ assigneeId: staff.staffId }, isNobodys],
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return next?.id ?? null;
}

/** How the desk keeps up, counted by the database. */
export async function getDeskFigures(_staff: StaffSession): Promise<DeskFigures> {
  const where = (condition: Prisma.InquiryWhereInput) => db.inquiry.count({ where: condition });
  const [states, overdue, unassigned, quarantined, unsent, answers] = await Promise.all([
    db.inquiry.groupBy({ by: ["status"], where: { erasedAt: null }, _count: true }),
    where({ dueAt: { lt: new Date() } }),
    where({ dueAt: { not: null }, ...isNobodys }),
    where({ suspectedSpam: true, status: "new" }),
    db.mail.count({ where: undelivered(new Date()) }),
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
    undelivered: unsent,
    medianFirstAnswerMinutes: answers[0]?.minutes ?? null,
  };
}

/** What waits for this member, by their role; nothing of which there is none. */
export async function listDayWork(staff: StaffSession): Promise<DayTask[]> {
  const theirs = DAY_TASKS.filter((key) => mayAct(staff.role, DAY_WORK[key].role));
  const tasks = await Promise.all(
    theirs.map(async (key): Promise<DayTask> => {
      const { role, path, count } = DAY_WORK[key];
      return { key, role, path, count: await count(staff) };
    }),
  );
  return tasks.filter(({ count }) => count > 0);
}

/** A day, and some hours more in case the worker was started late. */
const LATE_AFTER_MS = 36 * 60 * 60 * 1000;

/** The figures of the overview; counts only, no personal data. */
export async function getDashboard(staff: StaffSession): Promise<DashboardFigures> {
  const [listings, posts, undeliveredMails, pacedConfirmations, last, due, backup, edition, proposed] =
    await Promise.all([
      db.listing.groupBy({ by: ["status"], _count: true }),
      db.post.groupBy({ by: ["status"], _count: true }),
      // The same that /admin/mails lists.
      db.mail.groupBy({
        by: ["status"],
        where: undelivered(new Date()),
        _count: true,
        _min: { createdAt: true },
      }),
      countPaced(),
      findLastRetention(),
      findDue(),
      getBackupOverview(staff),
      db.rankingEdition.findFirst({
        select: {
          number: true,
          computedAt: true,
          method: { select: { version: true } },
          _count: { select: { entries: true } },
        },
        orderBy: { number: "desc" },
      }),
      findProposedEdition(staff),
    ]);
  const mails = countsOf(undeliveredMails);
  return {
    listings: countsOf(listings),
    posts: countsOf(posts),
    oldestQueued: undeliveredMails.find(({ status }) => status === "queued")?._min.createdAt ?? null,
    failedMails: (mails.failed ?? 0) + (mails.bounced ?? 0),
    pacedConfirmations,
    retention: {
      last,
      due: due.closed.count + due.spam.count + due.corrections.count,
      isLate: last !== null && Date.now() - last.at.getTime() > LATE_AFTER_MS,
    },
    backup,
    edition: edition && {
      number: edition.number,
      computedAt: edition.computedAt,
      methodVersion: edition.method.version,
      entries: edition._count.entries,
    },
    proposed: proposed && countChanges(proposed),
  };
}

function countChanges({ changes: { enters, leaves, moves, reasons } }: ProposedEdition) {
  return { enters: enters.length, leaves: leaves.length, moves: moves.length, reasons: reasons.length };
}

function countsOf<Status extends string>(
  groups: { status: Status; _count: number }[],
): Partial<Record<Status, number>> {
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count])) as Partial<Record<Status, number>>;
}

/** Finds inquiries by what somebody tells staff, also by the number of a mail to a place. The newest first. */
export async function findInquiries(staff: StaffSession, sought: string): Promise<InquiryRow[]> {
  return findInquiriesBy(staff, sought, await findByContactNumber(sought));
}

/** What the member has typed and not saved, the newest first. */
export async function listDrafts(staff: StaffSession): Promise<Draft[]> {
  const pages = (await listKeptPages(staff.staffId)).map((page) => ({ ...page, ...draftPage(page.path) }));
  const idsOf = (...kinds: DraftKind[]) => {
    const subjects = pages.filter(({ kind }) => kinds.includes(kind)).map(({ subject }) => subject);
    return { where: { id: { in: subjects.filter((subject) => z.uuid().safeParse(subject).success) } } };
  };
  const [listings, posts, corrections, inquiries] = await Promise.all([
    db.listing.findMany({ ...idsOf("listing", "call"), select: { id: true, ...TITLE_COLUMNS } }),
    db.post.findMany({ ...idsOf("post"), select: { id: true, title: true } }),
    db.correction.findMany({ ...idsOf("correction"), select: { id: true, listing: { select: TITLE_COLUMNS } } }),
    db.inquiry.findMany({ ...idsOf("inquiry"), select: { id: true, reference: true } }),
  ]);
  const names = new Map<string, string>();
  for (const { id, ...listing } of listings) names.set(id, fullTitle(listing));
  for (const { id, listing } of corrections) names.set(id, fullTitle(listing));
  for (const { id, title } of posts) names.set(id, title);
  for (const { id, reference } of inquiries) names.set(id, reference);
  return pages.map(({ path, keptAt, kind, subject }) => {
    const name = kind === "method" || kind === "setting" ? subject : (names.get(subject) ?? "");
    return { path, keptAt, kind, name };
  });
}
