import "server-only";
import { positionOf } from "@/lib/facts/position";
import { positionColumns } from "@/lib/matches/position-columns";
import { redirectSlug } from "@/lib/redirects/mutations";
import type { Db } from "@/lib/server/db";
import { listingsNamedElsewhere, slugsInUse } from "@/lib/statements/queries";
import { freeSlug } from "@/lib/statements/slugs";
import { isSameSheet, planListings, restatedRow, statedListings, type ListingPlan } from "./plan";
import { storedListings, uncoveredLicenses } from "./queries";
import type { LicensedListingCounts, StateSheet, StoredListing, UncoveredLicenses } from "./types";

/**
 * Makes a listing of each current license of the served county that no other listing has, and takes off the site those
 * that the list no longer names. Call it when listings and licenses stand, before they are matched.
 */
export async function restateLicensedListings(tx: Db): Promise<LicensedListingCounts> {
  const { licenses, coveredBy } = await uncoveredLicenses(tx);
  const plan = planListings(statedListings(licenses), await storedListings(tx));
  const withdrawn = await withdrawListings(tx, plan.withdraw, coveredBy);
  await createListings(tx, plan.create);
  const changed = await changeListings(tx, plan.keep);
  return { places: plan.create.length + plan.keep.length, new: plan.create.length, changed, withdrawn };
}

async function createListings(tx: Db, places: ListingPlan["create"]): Promise<void> {
  const slugs = await slugsInUse(tx);
  const rows = places.map(({ numbers: [knownByLicense], columns, kind }) => ({
    knownByLicense,
    slug: freeSlug(columns, slugs),
    status: "published" as const,
    kind,
    ...columns,
    ...positionColumns(positionOf(columns.zip, [])),
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
  const returned = places.filter(({ stored }) => stored.status === "archived").map(({ stored }) => stored.slug);
  // Of two places that exchange their licenses, neither keeps the other from it.
  await tx.listing.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { knownByLicense: null } });
  for (const { id, ...data } of rows)
    await tx.listing.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select: { id: true } });
  await tx.slugRedirect.deleteMany({ where: { subject: "listing", fromSlug: { in: returned } } });
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
 * A place whose license another listing has by now leads on to that one. Any other that nothing refers to is gone; what
 * something refers to stays on record.
 * @returns how many left the site
 */
async function withdrawListings(
  tx: Db,
  places: readonly StoredListing[],
  coveredBy: UncoveredLicenses["coveredBy"],
): Promise<number> {
  const named = await listingsNamedElsewhere(
    tx,
    places.map(({ id }) => id),
  );
  const isKept = ({ id, knownByLicense }: StoredListing) => named.has(id) || coveredBy.has(knownByLicense);
  const gone = places.filter((place) => !isKept(place));
  const archived = places.filter((place) => isKept(place) && place.status !== "archived");
  const ids = archived.map(({ id }) => id);
  await tx.listing.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  await tx.factSheet.deleteMany({ where: { listingId: { in: ids }, source: "dhcs" } });
  await tx.$executeRaw`
    UPDATE "Listing" SET "status" = 'archived', "staffFields" = array_remove("staffFields", 'status'),
      "version" = "version" + 1, "updatedAt" = now() AT TIME ZONE 'UTC'
    WHERE "id" = ANY(${ids}::uuid[])`;
  for (const { knownByLicense, slug } of archived) {
    const listing = coveredBy.get(knownByLicense);
    if (listing) await redirectSlug(tx, "listing", listing.id, slug, listing.slug);
  }
  return places.filter(({ status }) => status === "published").length;
}
