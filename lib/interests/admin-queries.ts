import "server-only";
import { PRESENCE_COLUMNS, presenceOf } from "@/lib/facts/presence";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import type { OpenInterest } from "./types";

/** The open conflicts of interest: one's own, or everybody's for an administrator. */
export async function listInterests(staff: StaffSession, whose: "own" | "all"): Promise<OpenInterest[]> {
  const rows = await db.interest.findMany({
    where: { endedAt: null, ...(whose === "own" && { staffMemberId: staff.staffId }) },
    orderBy: [{ declaredAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      reason: true,
      declaredAt: true,
      staffMember: { select: { id: true, name: true } },
      listing: {
        select: { id: true, slug: true, name: true, operator: { select: { name: true } }, ...PRESENCE_COLUMNS },
      },
    },
  });
  return rows.map(({ staffMember, listing, ...interest }) => {
    const { id: listingId, slug: listingSlug, name: listingName } = listing;
    const operatorName = listing.operator?.name ?? null;
    const place = { listingId, listingSlug, listingName, operatorName, presence: presenceOf(listing) };
    return { ...interest, staffName: staffMember.name, isOwn: staffMember.id === staff.staffId, ...place };
  });
}
