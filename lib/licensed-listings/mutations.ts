import "server-only";
import { positionOf } from "@/lib/facts/position";
import { positionColumns } from "@/lib/matches/position-columns";
import type { ListedLicense } from "@/lib/matches/matching";
import type { Db } from "@/lib/server/db";
import { listingsNamedElsewhere, slugsInUse } from "@/lib/statements/queries";
import { unusedSlug } from "@/lib/statements/slugs";
import { isSameSheet, planListings, restatedRow, statedListings, stateSlug, type ListingPlan } from "./plan";
import { storedListings, uncoveredLicenses } from "./queries";
import type { LicensedListingCounts, StateSheet, StoredListing } from "./types";

/**
 * Makes a listing of each current license of the served county that no other listing has, and takes off the site those
 * that the list no longer names. Call it when listings and licenses stand, before they are matched.
 */
export async function restateLicensedListings(
  tx: Db,
  licenses: readonly ListedLicense[],
): Promise<LicensedListingCounts> {
  const plan = planListings(statedListings(await uncoveredLicenses(tx, licenses)), await storedListings(tx));
  const withdrawn = await withdrawListings(tx, plan.withdraw);
  await createListings(tx, plan.create);
  const changed = await changeListings(tx, plan.keep);
  return { places: plan.create.length + plan.keep.length, new: plan.create.length, changed, withdrawn };
}

async function createListings(tx: Db, places: ListingPlan["create"]): Promise<void> {
  const taken = await slugsInUse(tx);
  const rows = places.map((place) => ({
    knownByLicense: place.numbers[0],
    slug: unusedSlug(stateSlug(place), taken),
    status: "published" as const,
    kind: place.kind,
    ...place.columns,
    ...positionColumns(positionOf(place.columns.zip, [])),
  }));
  const created = await tx.listing.createManyAndReturn({ data: rows, select: { id: true, knownByLicense: true } });
  const idOf = new Map(created.map(({ id, knownByLicense }) => [knownByLicense, id]));
  const sheets = places.flatMap(({ numbers: [number], sheet }) => {
    const listingId = idOf.get(number);
    return listingId ? [{ listingId, sheet }] : [];
  });
  await writeSheets(tx, sheets);
}

/** @returns how many changed */
async function changeListings(tx: Db, places: ListingPlan["keep"]): Promise<number> {
  const rows = places.flatMap(({ stored, stated }) => restatedRow(stored, stated) ?? []);
  const restated = places.filter(({ stored, stated }) => !isSameSheet(stored.sheet, stated.sheet));
  // Of two places that exchange their licenses, neither keeps the other from it.
  await tx.listing.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { knownByLicense: null } });
  for (const { id, ...data } of rows)
    await tx.listing.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select: { id: true } });
  await tx.factSheet.deleteMany({
    where: { listingId: { in: restated.map(({ stored }) => stored.id) }, source: "dhcs" },
  });
  await writeSheets(
    tx,
    restated.map(({ stored, stated }) => ({ listingId: stored.id, sheet: stated.sheet })),
  );
  return new Set([...rows.map(({ id }) => id), ...restated.map(({ stored }) => stored.id)]).size;
}

async function writeSheets(tx: Db, sheets: readonly { listingId: string; sheet: StateSheet }[]): Promise<void> {
  await tx.factSheet.createMany({
    data: sheets.map(({ listingId, sheet }) => ({ listingId, ...sheet, source: "dhcs", asOfPrecision: "day" })),
  });
}

/**
 * What something refers to stays on record, off the site. Any other is deleted: the next list makes it anew, just the same.
 * @returns how many left the site
 */
async function withdrawListings(tx: Db, places: readonly StoredListing[]): Promise<number> {
  const ids = places.map(({ id }) => id);
  const named = await listingsNamedElsewhere(tx, ids);
  const kept = places.filter(({ id, status }) => named.has(id) && status !== "archived").map(({ id }) => id);
  await tx.listing.deleteMany({ where: { id: { in: ids.filter((id) => !named.has(id)) } } });
  await tx.factSheet.deleteMany({ where: { listingId: { in: kept }, source: "dhcs" } });
  await tx.$executeRaw`
    UPDATE "Listing" SET "status" = 'archived', "staffFields" = array_remove("staffFields", 'status'),
      "version" = "version" + 1, "updatedAt" = now() AT TIME ZONE 'UTC'
    WHERE "id" = ANY(${kept}::uuid[])`;
  return places.filter(({ status }) => status === "published").length;
}
