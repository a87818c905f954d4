import "server-only";
import type { Prisma } from "@/lib/server/db";

/** Everything of a proposal but its file. */
export const proposalSelect = {
  number: true,
  source: true,
  url: true,
  fetchedAt: true,
  fileName: true,
  size: true,
  checksum: true,
  edition: true,
  asOf: true,
  asOfPrecision: true,
  report: true,
  effect: true,
  status: true,
  decidedAt: true,
  importNumber: true,
} as const satisfies Prisma.RefreshProposalSelect;
