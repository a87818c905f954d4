import type { PublicationStatus } from "@/prisma/generated/enums";
import { listingKind, type ListingKind } from "@/lib/facts/kind";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import type { FederalSite, SiteColumns } from "@/lib/sources/federal";
import { identifySites, placeNames } from "./identity";
import { freeSlug } from "./slugs";
import type { StaffDifference } from "./types";

/** A listing that an import made, as it is. */
export interface KnownSite {
  id: string;
  slug: string;
  siteKey: string;
  status: PublicationStatus;
  staffFields: string[];
  columns: SiteColumns;
  /** The newest date (YYYY-MM-DD) this source states facts for; null when it states none. */
  newestAsOf: string | null;
  /** What it is without the rows that this import stands in for; null when it is as it stands. */
  otherwise?: { siteKey: string } | null;
  /** Only rows that no longer count made it what it is. */
  orphan?: boolean;
  /** Something beside imports refers to it, so it stays on record. */
  named?: boolean;
}

export interface NewSite {
  siteKey: string;
  slug: string;
  status: PublicationStatus;
  /** By its answers; its licenses are matched later. */
  kind: ListingKind;
  columns: SiteColumns;
}

export interface SitePlan {
  create: NewSite[];
  /** Listing by row key, of the rows that have one. */
  known: Map<string, KnownSite>;
  staffDifferences: StaffDifference[];
  /** On the public site, and not in this newest edition. */
  gone: KnownSite[];
  /** Orphans without a row: only the import made them, so they are deleted. */
  remove: KnownSite[];
}

interface Edition {
  asOf: string;
  /** The newest date of any edition of the source that was imported; null for the first. */
  newestAsOf: string | null;
  county: string | null;
}

/**
 * Finds the listing of each row of an edition, and the rows that need a new one. A site that only an older edition
 * names becomes a draft: a newer list left it out, so staff decide. An orphan that something refers to is compared like
 * any listing. Any other orphan is used again only when a new listing would be exactly the same, so that no trace of a
 * wrong row stays.
 * @param slugs in use, former ones too; new ones are added
 * @param linked listings by the key of rows that are on record as theirs
 * @param same identities that staff said are one place
 */
export function planSites(
  sites: readonly Pick<FederalSite, "key" | "columns" | "answers">[],
  listings: readonly KnownSite[],
  slugs: Set<string>,
  edition: Edition,
  linked: ReadonlyMap<string, KnownSite> = new Map(),
  same: readonly (readonly [string, string])[] = [],
): SitePlan {
  const loose = new Map(listings.filter(isLoose).map((listing) => [listing.siteKey, listing]));
  for (const { slug } of loose.values()) slugs.delete(slug);
  const isNewest = edition.newestAsOf === null || edition.asOf >= edition.newestAsOf;
  const known = identify(sites, listings, linked, placeNames(same));
  const plan: SitePlan = { create: [], known, staffDifferences: [], gone: [], remove: [] };
  for (const { key, columns, answers } of sites) {
    const listing = known.get(key);
    if (listing) {
      if (!listing.newestAsOf || edition.asOf >= listing.newestAsOf)
        plan.staffDifferences.push(...staffDifferences(listing, columns));
      continue;
    }
    // When nothing is known of a place, staff look at it first.
    const site = newSite({ key, columns, answers }, slugs, isNewest && answers.yes.length > 0);
    const same = loose.get(key);
    if (same?.slug === site.slug) known.set(key, same);
    else plan.create.push(site);
  }
  const found = new Set(known.values());
  plan.remove = [...loose.values()].filter((listing) => !found.has(listing));
  if (isNewest)
    plan.gone = listings.filter(
      (listing) => !listing.orphan && !found.has(listing) && inScope(listing, edition.county),
    );
  return plan;
}

/** Listings with rows come first: an orphan is only used when there is no other. */
function identify(
  sites: readonly Pick<FederalSite, "key">[],
  listings: readonly KnownSite[],
  linked: ReadonlyMap<string, KnownSite>,
  placeOf: (identity: string) => string,
) {
  const known = new Map(linked);
  const taken = new Set(linked.values());
  for (const isOrphan of [false, true]) {
    const candidates = listings
      .filter((listing) => (listing.orphan ?? false) === isOrphan && !isLoose(listing) && !taken.has(listing))
      .map((listing) => ({ key: (listing.otherwise ?? listing).siteKey, listing }));
    const rows = sites.filter(({ key }) => !known.has(key));
    for (const [key, { listing }] of identifySites(rows, candidates, placeOf)) known.set(key, listing);
  }
  return known;
}

function isLoose({ orphan, named }: KnownSite): boolean {
  return orphan === true && !named;
}

function newSite(
  { key: siteKey, columns, answers }: Pick<FederalSite, "key" | "columns" | "answers">,
  slugs: Set<string>,
  isPublic: boolean,
): NewSite {
  const status = columns.county === SERVED_COUNTY && isPublic ? "published" : "draft";
  return { siteKey, slug: freeSlug(columns, slugs), status, kind: listingKind(new Set(answers.yes), []), columns };
}

function staffDifferences({ slug, columns, staffFields }: KnownSite, stated: SiteColumns): StaffDifference[] {
  return (Object.keys(stated) as (keyof SiteColumns)[])
    .filter((field) => staffFields.includes(field) && !isSame(columns[field], stated[field]))
    .map((field) => ({ slug, field, kept: columns[field], stated: stated[field] }));
}

function inScope({ status, columns }: KnownSite, county: string | null): boolean {
  return status === "published" && (county === null || columns.county === county);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
