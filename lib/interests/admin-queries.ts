import "server-only";
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
      staffMember: { select: { name: true } },
      listing: { select: { id: true, name: true } },
    },
  });
  return rows.map(({ staffMember, listing, ...interest }) => {
    return { ...interest, staffName: staffMember.name, listingId: listing.id, listingName: listing.name };
  });
}
