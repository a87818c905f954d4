import "server-only";
import { db, Prisma, type Db } from "@/lib/server/db";

/** Whether a staff member has an open conflict of interest with a listing, or with another one of its operator. */
export async function hasInterest(staffMemberId: string, listingId: string, tx: Db = db): Promise<boolean> {
  return (await leftToOthers(staffMemberId, [listingId], tx)).has(listingId);
}

/** Of these listings, those about which only others may decide. */
export async function leftToOthers(
  staffMemberId: string,
  listingIds: readonly string[],
  tx: Db = db,
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM unnest(${listingIds}::uuid[]) AS "id" WHERE is_interested(${staffMemberId}, "id")`;
  return new Set(rows.map(({ id }) => id));
}

/** Whether a staff member has an open conflict of interest with a listing of an operator. */
export async function hasInterestInOperator(staffMemberId: string, operatorId: string, tx: Db = db): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT is_interested_in_operator(${staffMemberId}, ${operatorId}::uuid) AS "is"`;
  return row?.is ?? false;
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
