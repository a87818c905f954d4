import "server-only";
import { countLeftOut } from "@/lib/listings/admin-queries";
import { findDue, findLastRetention } from "@/lib/retention/queries";
import { db } from "@/lib/server/db";
import { newStaffKey } from "./form-key";
import { isWaiting, openForm } from "./kept";
import { askedPage } from "./session";
import type { DashboardFigures, Member, StaffForms, StaffSession } from "./types";

export async function listMembers(_staff: StaffSession): Promise<Member[]> {
  const members = await db.staffMember.findMany({
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

/** How many browsers this member is signed in with. */
export function countOwnLogins(staff: StaffSession): Promise<number> {
  return db.staffLogin.count({ where: { staffMemberId: staff.staffId, expiresAt: { gt: new Date() } } });
}

/** A day, and some hours for a worker that was started late. */
const LATE_AFTER_MS = 36 * 60 * 60 * 1000;

/** The house at a glance; counts only, no personal data. */
export async function getDashboard(staff: StaffSession): Promise<DashboardFigures> {
  const [listings, leftOut, posts, inquiries, corrections, oldestMail, failedMails, last, due, edition] =
    await Promise.all([
      db.listing.groupBy({ by: ["status"], _count: true }),
      countLeftOut(staff),
      db.post.groupBy({ by: ["status"], _count: true }),
      db.inquiry.groupBy({ by: ["status"], _count: true }),
      db.correction.groupBy({ by: ["status"], _count: true }),
      db.mail.findFirst({
        where: { status: "queued" },
        select: { createdAt: true },
        orderBy: { createdAt: "asc" },
      }),
      db.mail.count({ where: { status: { in: ["failed", "bounced"] } } }),
      findLastRetention(),
      findDue(),
      db.rankingEdition.findFirst({
        select: {
          number: true,
          computedAt: true,
          method: { select: { version: true } },
          _count: { select: { entries: true } },
        },
        orderBy: { number: "desc" },
      }),
    ]);
  return {
    listings: countsOf(listings),
    leftOut,
    posts: countsOf(posts),
    inquiries: countsOf(inquiries),
    corrections: countsOf(corrections),
    oldestUndelivered: oldestMail?.createdAt ?? null,
    failedMails,
    retention: {
      last,
      due: due.closed.count + due.spam.count + due.corrections.count,
      isLate: last !== null && Date.now() - last.at.getTime() > LATE_AFTER_MS,
    },
    edition: edition && {
      number: edition.number,
      computedAt: edition.computedAt,
      methodVersion: edition.method.version,
      entries: edition._count.entries,
    },
  };
}

function countsOf<Status extends string>(
  groups: { status: Status; _count: number }[],
): Partial<Record<Status, number>> {
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count])) as Partial<Record<Status, number>>;
}

/** What the forms of the page that is being shown need: their identity, and words that wait for this member there. */
export async function getStaffForms(staff: StaffSession): Promise<StaffForms> {
  const { path } = await askedPage();
  const kept = await db.keptForm.findMany({
    where: { staffMemberId: staff.staffId, path, ...isWaiting() },
    select: { id: true, form: true, words: true },
  });
  const opened = kept.flatMap(({ id, form, words }) => {
    const fields = openForm(id, words)?.fields;
    return fields ? [[form, fields] as const] : [];
  });
  return { key: newStaffKey(staff), path, kept: Object.fromEntries(opened) };
}
