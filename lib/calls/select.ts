import "server-only";
import type { Prisma } from "@/lib/server/db";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import { toIsoDate } from "@/lib/shared/dates";
import { proposedAdmissions, proposedFacts } from "./schema";
import type { ProposedCall } from "./types";

export const callSelect = {
  id: true,
  evidence: true,
  asOf: true,
  staffMemberId: true,
  proposedAt: true,
  facts: true,
  admissions: true,
  decision: true,
  decidedAt: true,
  reason: true,
  listing: { select: { id: true, ...TITLE_COLUMNS } },
} as const satisfies Prisma.ProposedCallSelect;

type CallRow = Prisma.ProposedCallGetPayload<{ select: typeof callSelect }>;

/** @param names of staff by their ids */
export function toCall(row: CallRow, names: ReadonlyMap<string, string>): ProposedCall {
  const { id, listing, evidence, asOf, proposedAt } = row;
  return {
    id,
    listing,
    evidence,
    asOf: toIsoDate(asOf),
    caller: names.get(row.staffMemberId) ?? null,
    proposedAt,
    answers: proposedFacts.parse(row.facts),
    admissions: proposedAdmissions.parse(row.admissions),
  };
}
