import type { Prisma } from "@/lib/server/db";

/** How long after its decision a reporter can still be answered; then the email is erased. */
export const EMAIL_KEPT_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Corrections whose reporter need not be answered any more. */
export function emailDueBy(now: Date): Prisma.CorrectionWhereInput {
  return { email: { not: null }, decidedAt: { lte: new Date(now.getTime() - EMAIL_KEPT_DAYS * DAY_MS) } };
}

/** Corrections whose words nobody needs any more: decided before that moment, or in quarantine since before it. */
export function wordsDueBy(moment: Date): Prisma.CorrectionWhereInput {
  const quarantined = { status: "spam", createdAt: { lte: moment } } as const;
  return { erasedAt: null, OR: [{ decidedAt: { lte: moment } }, quarantined] };
}
