import "server-only";
import type { Db, Prisma } from "@/lib/server/db";

/** A listing as its operator is found. */
export interface NamedListing {
  id: string;
  name: string;
  state: string;
  operatorId: string | null;
}

const namedSelect = { id: true, name: true, state: true, operatorId: true } as const satisfies Prisma.ListingSelect;

/**
 * Listings whose operator follows their name, all or those among some. Where staff gave a listing another operator or
 * mended its name, it keeps the one it has.
 */
export function listingsByName(tx: Db, among?: readonly string[]): Promise<NamedListing[]> {
  const isSettled = { operatorId: { not: null }, staffFields: { hasSome: ["operatorId", "name"] } };
  return tx.listing.findMany({
    where: { NOT: isSettled, ...(among && { id: { in: [...among] } }) },
    select: namedSelect,
    orderBy: { slug: "asc" },
  });
}

/** The listings that an operator has by their names, also by names that staff mended: not those that staff gave it. */
export function listingsOf(tx: Db, operatorId: string): Promise<NamedListing[]> {
  return tx.listing.findMany({
    where: { operatorId, NOT: { staffFields: { has: "operatorId" } } },
    select: namedSelect,
    orderBy: { slug: "asc" },
  });
}

/** The operator of each name, by key. */
export async function operatorsByName(tx: Db): Promise<Map<string, string>> {
  const names = await tx.operatorName.findMany({ select: { key: true, operatorId: true } });
  return new Map(names.map(({ key, operatorId }) => [key, operatorId]));
}

/** Who runs these listings. */
export async function operatorsOf(tx: Db, listingIds: readonly string[]): Promise<string[]> {
  const operators = await tx.operator.findMany({
    where: { listings: { some: { id: { in: [...listingIds] } } } },
    select: { id: true },
  });
  return operators.map(({ id }) => id);
}

/** The operator that has a name, by the name as it is compared. */
export async function operatorOfName(tx: Db, key: string): Promise<string | null> {
  const name = await tx.operatorName.findUnique({ where: { key }, select: { operatorId: true } });
  return name?.operatorId ?? null;
}

/** The slugs of their listings. */
export async function slugsRunBy(tx: Db, operatorIds: readonly string[]): Promise<string[]> {
  const rows = await tx.listing.findMany({
    where: { operatorId: { in: [...operatorIds] } },
    select: { slug: true },
    orderBy: { slug: "asc" },
  });
  return rows.map(({ slug }) => slug);
}
