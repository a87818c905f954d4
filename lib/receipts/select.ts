import "server-only";
import type { Prisma } from "@/lib/server/db";

export const receiptSelect = {
  id: true,
  reference: true,
  status: true,
  createdAt: true,
  updatedAt: true,
  erasedAt: true,
  needs: true,
  needsNear: true,
} satisfies Prisma.InquirySelect;
