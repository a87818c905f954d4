import "server-only";
import { writeAdmissions } from "@/lib/admissions/mutations";
import { recordAudit } from "@/lib/audit/mutations";
import { holdListing, mayJudge } from "@/lib/interests/mutations";
import { hasInterest } from "@/lib/interests/queries";
import { writeChecks } from "@/lib/listings/mutations";
import { db, type Db } from "@/lib/server/db";
import { once } from "@/lib/server/once";
import { fromIsoDate, toIsoDate } from "@/lib/shared/dates";
import type { StaffSession } from "@/lib/staff/types";
import { proposedAdmissions, proposedFacts, type Call } from "./schema";
import type { CallDecision } from "./types";

/**
 * Records all that a place answered in one call, or nothing; a button pressed twice records it once.
 * @returns the slug whose page changes, or null when there is no such listing
 */
export async function recordCall(staff: StaffSession, call: Call, act: string | null = null): Promise<string | null> {
  return db.$transaction(async (tx) => {
    await holdListing(tx, staff, call.id);
    const listing = await tx.listing.findUnique({ where: { id: call.id }, select: { slug: true } });
    if (!listing) return null;
    await once(tx, act, () => writeCall(tx, staff, call));
    return listing.slug;
  });
}

/** In the transaction that holds the listing; gives the listing's id. */
async function writeCall(tx: Db, staff: StaffSession, call: Call & { foundBy?: string }): Promise<string> {
  await writeChecks(tx, staff, call);
  await writeAdmissions(tx, staff, call);
  return call.id;
}

/**
 * Keeps what somebody was told who may not change listings, until an editor decides.
 * @returns false when there is no such listing
 */
export async function proposeCall(staff: StaffSession, call: Call, act: string | null = null): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await holdListing(tx, staff, call.id);
    const { id: listingId, evidence, asOf, answers, admissions } = call;
    if ((await tx.listing.count({ where: { id: listingId } })) === 0) return false;
    await once(tx, act, async () => {
      const said = { facts: answers.map((answer) => ({ ...answer })), admissions };
      const data = { listingId, ...said, evidence, asOf: fromIsoDate(asOf), staffMemberId: staff.staffId };
      const { id } = await tx.proposedCall.create({ data, select: { id: true } });
      const subject = { subjectType: "listing", subjectId: listingId } as const;
      await recordAudit(tx, staff, { action: "listing.call_proposed", ...subject, after: { ...said, evidence, asOf } });
      return id;
    });
    return true;
  });
}

/** Takes over what was answered, as checks of whoever called. Who decides, and who called, have no interest in the place. */
export async function acceptCall(staff: StaffSession, id: string): Promise<CallDecision> {
  return decide(staff, id, { decision: "accepted" }, async (tx, call) => {
    const answers = proposedFacts.parse(call.facts);
    const admissions = proposedAdmissions.parse(call.admissions);
    const { listingId, evidence, staffMemberId: foundBy } = call;
    await writeCall(tx, staff, { id: listingId, evidence, asOf: toIsoDate(call.asOf), answers, admissions, foundBy });
  });
}

/** Leaves the records as they are; whoever called reads the reason. */
export async function refuseCall(staff: StaffSession, id: string, reason: string): Promise<CallDecision> {
  return decide(staff, id, { decision: "refused", reason });
}

type Decision = { decision: "accepted" } | { decision: "refused"; reason: string };
type CallRow = NonNullable<Awaited<ReturnType<typeof openCall>>>;

/** Once: a call that was decided is gone for the next one. */
async function decide(
  staff: StaffSession,
  id: string,
  decision: Decision,
  write: (tx: Db, call: CallRow) => Promise<void> = async () => {},
): Promise<CallDecision> {
  return db.$transaction(async (tx) => {
    const call = await openCall(tx, id);
    if (!call) return { outcome: "gone" };
    const { listingId, listing, staffMemberId } = call;
    if (!(await mayJudge(tx, staff, listingId))) return { outcome: "interested" };
    if (decision.decision === "accepted" && (await hasInterest(staffMemberId, listingId, tx)))
      return { outcome: "caller_interested" };
    await holdListing(tx, staff, listingId);
    const decided = { ...decision, decidedAt: new Date(), decidedById: staff.staffId };
    const { count } = await tx.proposedCall.updateMany({ where: { id, decidedAt: null }, data: decided });
    if (count === 0) return { outcome: "gone" };
    await write(tx, call);
    await recordAudit(tx, staff, {
      action: decision.decision === "accepted" ? "listing.call_accepted" : "listing.call_refused",
      subjectType: "listing",
      subjectId: listingId,
      after: { call: id, caller: staffMemberId, ...("reason" in decision && { reason: decision.reason }) },
    });
    return { outcome: "decided", slug: listing.slug };
  });
}

function openCall(tx: Db, id: string) {
  return tx.proposedCall.findUnique({
    where: { id, decidedAt: null },
    include: { listing: { select: { slug: true } } },
  });
}
