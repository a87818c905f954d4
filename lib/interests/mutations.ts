import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import type { InterestReason } from "./types";

/** Declares one's own conflict of interest; a second declaration of the same one changes nothing. */
export async function declareInterest(
  staff: StaffSession,
  slug: string,
  reason: InterestReason,
): Promise<"declared" | "gone"> {
  return db.$transaction(async (tx) => {
    const listing = await tx.listing.findUnique({ where: { slug }, select: { id: true } });
    if (!listing) return "gone";
    const key = { staffMemberId: staff.staffId, listingId: listing.id };
    const { count } = await tx.interest.createMany({ data: [{ ...key, reason }], skipDuplicates: true });
    if (count > 0)
      await recordAudit(tx, {
        actorId: staff.staffId,
        action: "interest.declared",
        subjectType: "staff",
        subjectId: staff.staffId,
        after: { listing: slug, reason },
      });
    return "declared";
  });
}

/** Ends a declared conflict of interest; one that has ended already is left alone. */
export async function endInterest(administrator: StaffSession, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const select = { staffMemberId: true, reason: true, listing: { select: { slug: true } } } as const;
    const interest = await tx.interest.findUnique({ where: { id }, select });
    if (!interest) return;
    const { count } = await tx.interest.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date() } });
    if (count === 0) return;
    await recordAudit(tx, {
      actorId: administrator.staffId,
      action: "interest.ended",
      subjectType: "staff",
      subjectId: interest.staffMemberId,
      before: { listing: interest.listing.slug, reason: interest.reason },
    });
  });
}
