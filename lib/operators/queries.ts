import "server-only";
import type { Db } from "@/lib/server/db";

/** A listing as its operator is found. */
export interface NamedListing {
  id: string;
  name: string;
  state: string;
  operatorId: string | null;
}

/** Every listing whose operator follows its name: not those that staff gave another one. */
export function listingsByName(tx: Db): Promise<NamedListing[]> {
  return tx.listing.findMany({
    where: { NOT: { staffFields: { has: "operatorId" } } },
    select: { id: true, name: true, state: true, operatorId: true },
    orderBy: { slug: "asc" },
  });
}

/** The operator of each name, by key. */
export async function operatorsByName(tx: Db): Promise<Map<string, string>> {
  const names = await tx.operatorName.findMany({ select: { key: true, operatorId: true } });
  return new Map(names.map(({ key, operatorId }) => [key, operatorId]));
}
