import "server-only";
import { db, Prisma, type Db } from "@/lib/server/db";

/** Whether a staff member has an open conflict of interest with a listing. */
export async function hasInterest(staffMemberId: string, listingId: string, tx: Db = db): Promise<boolean> {
  return (await tx.interest.count({ where: { staffMemberId, listingId, endedAt: null } })) > 0;
}

/**
 * The result of `change`, or "interested" when the database refused it because of a conflict of interest that the
 * member declared before or meanwhile.
 */
export async function unlessInterested<Answer>(
  staffMemberId: string,
  listingId: string,
  change: () => Promise<Answer>,
): Promise<Answer | "interested"> {
  try {
    return await change();
  } catch (error) {
    // How Prisma reports a restrict_violation, which the triggers raise.
    const isRefused = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003";
    if (isRefused && (await hasInterest(staffMemberId, listingId))) return "interested";
    throw error;
  }
}
