import "server-only";
import { wordsDueBy } from "@/lib/corrections/retention";
import { db, type Prisma } from "@/lib/server/db";
import { z } from "@/lib/shared/zod";
import { dueMoment } from "./periods";
import type { DueGroup, LastRetention, RetentionReport } from "./types";

/**
 * Inquiries that are done, or were judged to be spam, long enough ago. Suspected spam that nobody judged is not among
 * them.
 */
export function inquiriesDue(group: "closed" | "spam", now: Date): Prisma.InquiryWhereInput {
  const status = group === "spam" ? "spam" : "done";
  return { status, erasedAt: null, closedAt: { lte: dueMoment(group, now) } };
}

export function correctionsDue(now: Date): Prisma.CorrectionWhereInput {
  return wordsDueBy(dueMoment("corrections", now));
}

/** What is due by now; counts and dates only. */
export async function findDue(now = new Date()): Promise<RetentionReport> {
  const [closed, spam, corrections] = await Promise.all([
    dueInquiries(inquiriesDue("closed", now)),
    dueInquiries(inquiriesDue("spam", now)),
    dueCorrections(correctionsDue(now)),
  ]);
  return { closed, spam, corrections };
}

async function dueInquiries(where: Prisma.InquiryWhereInput): Promise<DueGroup> {
  const { _count, _min } = await db.inquiry.aggregate({ where, _count: true, _min: { closedAt: true } });
  return { count: _count, oldestAt: _min.closedAt };
}

async function dueCorrections(where: Prisma.CorrectionWhereInput): Promise<DueGroup> {
  const { _count, _min } = await db.correction.aggregate({ where, _count: true, _min: { createdAt: true } });
  return { count: _count, oldestAt: _min.createdAt };
}

const runSchema = z.object({
  erased: z.object({ closed: z.number(), spam: z.number(), corrections: z.number() }),
  failed: z.number(),
  left: z.number(),
});

/** The record of the newest run; null before the first. */
export async function findLastRetention(): Promise<LastRetention | null> {
  const event = await db.auditEvent.findFirst({
    where: { subjectType: "retention" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, after: true },
  });
  return event && { at: event.at, ...runSchema.parse(event.after) };
}
