import "server-only";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import { PRESENCE_COLUMNS, withPresence } from "@/lib/facts/presence";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import type { OpenInterest } from "./types";

/** The open conflicts of interest: one's own, or everybody's for an administrator. */
export async function listInterests(staff: StaffSession, whose: "own" | "all"): Promise<OpenInterest[]> {
  const rows = await db.interest.findMany({
    where: {
      endedAt: null,
      staffMember: { removedAt: null },
      ...(whose === "own" && { staffMemberId: staff.staffId }),
    },
    orderBy: [{ declaredAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      reason: true,
      declaredAt: true,
      staffMember: { select: { id: true, name: true } },
      listing: {
        select: {
          id: true,
          slug: true,
          ...TITLE_COLUMNS,
          operator: { select: { name: true } },
          ...PRESENCE_COLUMNS,
        },
      },
    },
  });
  return rows.map(({ staffMember, listing, ...interest }) => {
    const { operator, ...place } = listing;
    const isOwn = staffMember.id === staff.staffId;
    const operatorName = operator?.name ?? null;
    return { ...interest, staffName: staffMember.name, isOwn, listing: withPresence(place), operatorName };
  });
}
