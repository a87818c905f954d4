import "server-only";
import type { Prisma } from "@/lib/server/db";

/** What the worker needs to write one mail. */
export const mailSelect = {
  id: true,
  kind: true,
  status: true,
  address: true,
  outreachId: true,
  mayHaveArrived: true,
  inquiry: {
    select: {
      id: true,
      reference: true,
      locale: true,
      email: true,
      receiptHash: true,
      receiptToken: true,
      suspectedSpam: true,
      consents: { where: { replacedBy: null }, select: { expiresAt: true } },
    },
  },
} satisfies Prisma.MailSelect;

export type MailPayload = Prisma.MailGetPayload<{ select: typeof mailSelect }>;
