import "server-only";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { countsAsLicense, matchLicenses } from "@/lib/matches/match";
import { listedLicenses, positionedListings } from "@/lib/matches/queries";
import type { Db } from "@/lib/server/db";
import { siteColumns } from "@/lib/statements/queries";
import type { StoredListing, UncoveredLicenses } from "./types";

/**
 * The current licenses of the served county, by whether a listing that the list did not make has them: one that is
 * published, or that staff took off the site.
 */
export async function uncoveredLicenses(tx: Db): Promise<UncoveredLicenses> {
  const licenses = (await listedLicenses(tx)).filter(({ isCurrent, county }) => isCurrent && county === SERVED_COUNTY);
  const others = await positionedListings(tx, {
    knownByLicense: null,
    OR: [{ status: "published" }, { status: "archived", staffFields: { has: "status" } }],
  });
  const matches = matchLicenses(others, licenses).filter(countsAsLicense);
  const listings = await tx.listing.findMany({
    where: { id: { in: matches.map(({ listingId }) => listingId) } },
    select: { id: true, slug: true },
  });
  const listingOf = new Map(listings.map((listing) => [listing.id, listing]));
  const numberOf = new Map(licenses.map(({ id, number }) => [id, number]));
  const coveredBy = new Map(
    matches.flatMap(({ listingId, licenseId }) => {
      const [number, listing] = [numberOf.get(licenseId), listingOf.get(listingId)];
      return number && listing ? [[number, listing] as const] : [];
    }),
  );
  return { licenses: licenses.filter(({ number }) => !coveredBy.has(number)), coveredBy };
}

/** Every listing that the list made, also those that are off the site. */
export async function storedListings(tx: Db): Promise<StoredListing[]> {
  const rows = await tx.listing.findMany({
    where: { knownByLicense: { not: null } },
    select: {
      id: true,
      slug: true,
      knownByLicense: true,
      status: true,
      staffFields: true,
      ...siteColumns,
      factSheets: {
        where: { source: "dhcs" },
        select: { sourceEditionId: true, asOf: true, yes: true, no: true },
        orderBy: { asOf: "desc" },
        take: 1,
      },
    },
    orderBy: { slug: "asc" },
  });
  return rows.map(({ id, slug, knownByLicense, status, staffFields, factSheets: [sheet], ...columns }) => ({
    id,
    slug,
    knownByLicense: knownByLicense ?? "",
    status,
    staffFields,
    columns,
    sheet: sheet ? { ...sheet, sourceEditionId: sheet.sourceEditionId ?? "" } : null,
  }));
}
