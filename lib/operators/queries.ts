import "server-only";
import type { Db } from "@/lib/server/db";

/** A listing as its operator is found. */
export interface NamedListing {
  id: string;
  name: string;
  state: string;
  operatorId: string | null;
}

/**
 * Every listing whose operator follows its name. Where staff gave it another operator or mended its name, it keeps the
 * one it has.
 */
export function listingsByName(tx: Db): Promise<NamedListing[]> {
  const isSettled = { operatorId: { not: null }, staffFields: { hasSome: ["operatorId", "name"] } };
  return tx.listing.findMany({
    where: { NOT: isSettled },
    select: { id: true, name: true, state: true, operatorId: true },
    orderBy: { slug: "asc" },
  });
}

/** The operator of each name, by key. */
export async function operatorsByName(tx: Db): Promise<Map<string, string>> {
  const names = await tx.operatorName.findMany({ select: { key: true, operatorId: true } });
  return new Map(names.map(({ key, operatorId }) => [key, operatorId]));
}

/** Every operator whose name staff have not set. */
export function operatorNames(tx: Db): Promise<{ id: string; name: string }[]> {
  return tx.operator.findMany({ where: { NOT: { staffFields: { has: "name" } } }, select: { id: true, name: true } });
}
