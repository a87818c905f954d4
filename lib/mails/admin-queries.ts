import "server-only";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { jobKeyOf } from "./job";
import { mailStateOf, STATE_COLUMNS } from "./mail-state";
import { undelivered } from "./queries";
import type { MailState, UndeliveredMail, UndeliveredState } from "./types";

/** With more than these, the mail server is the problem, not single mails. */
const SHOWN = 200;

/** Mails that have not arrived: first those that are no longer tried, then those that wait; the oldest first. */
export async function listUndelivered(staff: StaffSession): Promise<{ mails: UndeliveredMail[]; total: number }> {
  const now = new Date();
  const where = undelivered(now);
  const [total, rows] = await Promise.all([
    countUndelivered(staff),
    db.mail.findMany({
      where,
      // In the enum's order, backwards: bounced, failed, held, queued.
      orderBy: [{ status: "desc" }, { createdAt: "asc" }, { id: "asc" }],
      take: SHOWN,
      select: {
        id: true,
        kind: true,
        ...STATE_COLUMNS,
        lastError: true,
        createdAt: true,
        inquiry: { select: { id: true, reference: true } },
        outreach: { select: { address: true, listing: { select: { outreachEmail: true } } } },
      },
    }),
  ]);
  const dueAt = await nextTries(rows.map(({ id }) => id));
  const mails = rows.map(({ id, kind, lastError, createdAt, inquiry, outreach, ...columns }) => ({
    id,
    inquiryId: inquiry.id,
    reference: inquiry.reference,
    kind,
    state: asUndelivered(mailStateOf(columns, now)),
    attempts: columns.attempts,
    code: lastError,
    createdAt,
    obstacle: obstacleOf(kind, outreach),
    nextTryAt: columns.status === "queued" ? (dueAt.get(jobKeyOf(id)) ?? null) : null,
  }));
  return { mails, total };
}

type Contact = { address: string | null; listing: { outreachEmail: string | null } } | null;

function obstacleOf(kind: string, outreach: Contact): UndeliveredMail["obstacle"] {
  if (kind === "erasure") return "email_gone";
  return outreach && outreach.address !== outreach.listing.outreachEmail ? "email_changed" : null;
}

function asUndelivered(state: MailState): UndeliveredState {
  if (state === "sent" || state === "cancelled") throw new Error(`A mail that is ${state} is not undelivered.`);
  return state;
}

async function nextTries(mailIds: string[]): Promise<Map<string, Date>> {
  if (mailIds.length === 0) return new Map();
  const jobs = await db.$queryRaw<{ key: string; run_at: Date }[]>`
    SELECT key, run_at FROM graphile_worker.jobs
    WHERE key = ANY(${mailIds.map(jobKeyOf)}) AND attempts < max_attempts`;
  return new Map(jobs.map(({ key, run_at }) => [key, run_at]));
}

/** How many mails should have arrived and have not. */
export function countUndelivered(_staff: StaffSession): Promise<number> {
  return db.mail.count({ where: undelivered(new Date()) });
}
