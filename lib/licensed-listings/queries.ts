import "server-only";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { countsAsLicense, matchLicenses } from "@/lib/matches/match";
import { positionedListings } from "@/lib/matches/queries";
import type { ListedLicense } from "@/lib/matches/matching";
import { isOwnLicense, isPublic } from "@/lib/facts/select";
import { db, type Db } from "@/lib/server/db";
import { siteColumns } from "@/lib/statements/queries";
import { numberInSlug } from "./plan";
import type { StoredListing } from "./types";

/**
 * The current licenses of the served county that no listing beside those of the list has: none that is published, and none
 * that staff took off the site.
 */
export async function uncoveredLicenses(tx: Db, listed: readonly ListedLicense[]): Promise<ListedLicense[]> {
  const licenses = listed.filter(({ isCurrent, county }) => isCurrent && county === SERVED_COUNTY);
  const others = await positionedListings(tx, {
    knownByLicense: null,
    OR: [{ status: "published" }, { status: "archived", staffFields: { has: "status" } }],
  });
  const matches = matchLicenses(others, licenses).filter(countsAsLicense);
  const covered = new Set(matches.map(({ licenseId }) => licenseId));
  return licenses.filter(({ id }) => !covered.has(id));
}

/** The slug of the published listing that has, by now, the license by which a place was known under this one. */
export async function slugOfLicensee(formerSlug: string): Promise<string | null> {
  const former = await db.listing.findUnique({ where: { slug: formerSlug }, select: { knownByLicense: true } });
  const license = { number: former?.knownByLicense ?? numberInSlug(formerSlug) };
  const found = await db.listing.findFirst({
    where: { licenseMatches: { some: { ...isOwnLicense, license } }, ...isPublic },
    select: { slug: true },
    orderBy: { slug: "asc" },
  });
  return found?.slug ?? null;
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
