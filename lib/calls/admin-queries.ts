import "server-only";
import { newestAdmissions } from "@/lib/admissions/newest";
import { factOf, resolveFacts } from "@/lib/facts/facts";
import { toAdmission } from "@/lib/admissions/questions";
import { sheetSelect, toSheet } from "@/lib/facts/select";
import { leftToOthers } from "@/lib/interests/queries";
import { db } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import { memberNames } from "@/lib/staff/queries";
import type { StaffSession } from "@/lib/staff/types";
import { callSelect, toCall } from "./select";
import type { CallToDecide, OwnCall } from "./types";

/** Of those that wait, the oldest: the others come when these are decided. */
export const MAX_SHOWN = 25;

/** How many calls wait for an editor. */
export function countProposedCalls(_staff: StaffSession): Promise<number> {
  return db.proposedCall.count({ where: { decidedAt: null } });
}

/** The calls that wait for an editor, the oldest first. */
export async function listProposedCalls(staff: StaffSession): Promise<CallToDecide[]> {
  const rows = await db.proposedCall.findMany({
    where: { decidedAt: null },
    orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
    take: MAX_SHOWN,
    select: { ...callSelect, listingId: true },
  });
  const ids = rows.map(({ listingId }) => listingId);
  const [names, known, knownAdmissions, others] = await Promise.all([
    memberNames(rows.map(({ staffMemberId }) => staffMemberId)),
    sheetsOf(ids),
    admissionsOf(ids),
    leftToOthers(staff.staffId, ids),
  ]);
  return rows.map((row) => {
    const call = toCall(row, names);
    const facts = resolveFacts(known.filter(({ listingId }) => listingId === row.listingId));
    const said = knownAdmissions.filter(({ listingId }) => listingId === row.listingId);
    return {
      ...call,
      known: call.answers.map(({ attribute }) => factOf(facts, attribute)),
      knownAdmissions: newestAdmissions(said, today()),
      isLeftToOthers: others.has(row.listingId),
    };
  });
}

/** One's own calls and what became of them, the newest first. */
export async function listOwnCalls(staff: StaffSession): Promise<OwnCall[]> {
  const rows = await db.proposedCall.findMany({
    where: { staffMemberId: staff.staffId },
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
    take: MAX_SHOWN,
    select: callSelect,
  });
  const names = await memberNames(rows.map(({ staffMemberId }) => staffMemberId));
  return rows.map((row) => {
    const { decision, decidedAt, reason } = row;
    return { ...toCall(row, names), decision: decision as OwnCall["decision"], decidedAt, reason };
  });
}

async function sheetsOf(listingIds: string[]) {
  const rows = await db.factSheet.findMany({
    where: { listingId: { in: listingIds } },
    select: { listingId: true, ...sheetSelect },
  });
  return rows.map((row) => ({ listingId: row.listingId, ...toSheet(row) }));
}

async function admissionsOf(listingIds: string[]) {
  const rows = await db.admissionCheck.findMany({
    where: { listingId: { in: listingIds }, retractedAt: null },
    orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
    select: { listingId: true, question: true, answer: true, asOf: true },
  });
  return rows.map((row) => ({ listingId: row.listingId, ...toAdmission(row) }));
}
