import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { tellJournal } from "@/lib/journal/mutations";
import { db, type Db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { hasInterest, hasInterestInOperator, leftToOthers } from "./queries";
import type { InterestReason } from "./types";

/**
 * Says which member writes in this transaction. From here on the database refuses every change that concerns a place in
 * which the member has an interest, even when the code forgets to check.
 */
async function actAs(tx: Db, { staffId }: Judge): Promise<void> {
  await tx.$queryRaw`SELECT set_config('house.staff', ${staffId}, true)`;
}

/** Takes a listing for one change at a time, acting as a member. */
export async function holdListing(tx: Db, { staffId }: StaffSession, listingId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT "id", set_config('house.staff', ${staffId}, true) FROM "Listing" WHERE "id" = ${listingId}::uuid FOR UPDATE`;
}

/**
 * The same for several at once, in one order so that two who do it do not wait for each other.
 * @returns those about which only others may decide; that stays true until the transaction ends
 */
export async function holdListings(tx: Db, staff: StaffSession, listingIds: readonly string[]): Promise<Set<string>> {
  await holdJudge(tx, staff);
  await tx.$queryRaw`SELECT "id" FROM "Listing" WHERE "id" = ANY (${listingIds}::uuid[]) ORDER BY "id" FOR UPDATE`;
  return leftToOthers(staff.staffId, listingIds, tx);
}

/** A member: in a session of theirs, or later, when the worker sends what they wrote. */
type Judge = Pick<StaffSession, "staffId">;

/**
 * Whether a member may decide about a place, and acts as them. A declaration locks the member's row too, and so does
 * whoever on the staff moves places between operators: the answer stays true until the transaction ends.
 */
export async function mayJudge(tx: Db, judge: Judge, listingId: string): Promise<boolean> {
  await holdJudge(tx, judge);
  return !(await hasInterest(judge.staffId, listingId, tx));
}

/** The same for who runs places. */
export async function mayJudgeOperator(tx: Db, judge: Judge, operatorId: string): Promise<boolean> {
  await holdJudge(tx, judge);
  return !(await hasInterestInOperator(judge.staffId, operatorId, tx));
}

async function holdJudge(tx: Db, judge: Judge): Promise<void> {
  await actAs(tx, judge);
  await tx.$queryRaw`SELECT "id" FROM "StaffMember" WHERE "id" = ${judge.staffId} FOR SHARE`;
}

/**
 * Declares one's own conflict of interest with a place, which holds for all places of its operator; a second declaration
 * of the same one changes nothing.
 */
export async function declareInterest(
  staff: StaffSession,
  slug: string,
  reason: InterestReason,
): Promise<"declared" | "gone"> {
  const listing = await db.listing.findUnique({ where: { slug }, select: { id: true, slug: true } });
  if (!listing) return "gone";
  await declare(staff, staff.staffId, { listing, reason });
  return "declared";
}

/** The same again, of a declaration that a restored backup lost. */
export async function declareInterestAgain(
  actor: SystemActor,
  staffId: string,
  declaration: Declaration & { declaredAt: Date },
): Promise<void> {
  await declare(actor, staffId, declaration);
}

interface Declaration {
  listing: { id: string; slug: string };
  reason: InterestReason;
  /** When a replay declares it again: when it was declared first. */
  declaredAt?: Date;
}

async function declare(
  actor: StaffSession | SystemActor,
  staffId: string,
  { listing, reason, declaredAt }: Declaration,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const key = { staffMemberId: staffId, listingId: listing.id };
    const { count } = await tx.interest.createMany({ data: [{ ...key, reason, declaredAt }], skipDuplicates: true });
    if (count === 0) return;
    const after = { listing: listing.slug, reason };
    await recordAudit(tx, actor, { action: "interest.declared", subjectType: "staff", subjectId: staffId, after });
    const telling = { act: "interest.declared", subjectId: staffId, listingIds: [listing.id], word: reason } as const;
    await tellJournal(tx, actor, telling);
  });
}

/** Ends somebody else's conflict of interest, never one's own. Does nothing when it has ended already. */
export async function endInterest(administrator: StaffSession, id: string): Promise<"ended" | "own" | "gone"> {
  return db.$transaction(async (tx) => {
    const select = { staffMemberId: true, reason: true, listing: { select: { slug: true } } } as const;
    const interest = await tx.interest.findUnique({ where: { id }, select });
    if (!interest) return "gone";
    if (interest.staffMemberId === administrator.staffId) return "own";
    const { count } = await tx.interest.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date() } });
    if (count === 0) return "gone";
    await recordAudit(tx, administrator, {
      action: "interest.ended",
      subjectType: "staff",
      subjectId: interest.staffMemberId,
      before: { listing: interest.listing.slug, reason: interest.reason },
    });
    return "ended";
  });
}
