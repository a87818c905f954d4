import type { PublicationStatus } from "@/prisma/generated/enums";
import { SERVED_COUNTY } from "@/lib/listings/area";
import type { FederalSite, SiteColumns } from "./federal";
import { identifySites } from "./identity";
import { freeSlug } from "./slugs";
import type { StaffDifference } from "./types";

/** A listing that an import made, as it stands. */
export interface KnownSite {
  id: string;
  slug: string;
  siteKey: string;
  status: PublicationStatus;
  staffFields: string[];
  columns: SiteColumns;
  /** The newest date (YYYY-MM-DD) this source states facts for; null when it states none. */
  newestAsOf: string | null;
}

export interface NewSite {
  siteKey: string;
  slug: string;
  status: PublicationStatus;
  columns: SiteColumns;
}

export interface SitePlan {
  create: NewSite[];
  /** Whole rows to write, staff's columns as staff set them. */
  update: { id: string; siteKey: string; columns: SiteColumns }[];
  /** Listing by row key, of the rows that have one. */
  known: Map<string, KnownSite>;
  staffDifferences: StaffDifference[];
  /** On the public site, and not in this newest edition. */
  gone: KnownSite[];
}

interface Edition {
  asOf: string;
  /** The newest date of any edition of the source that was imported; null for the first. */
  newestAsOf: string | null;
  county: string | null;
}

/**
 * What an edition changes. Columns come from the newest edition that names a site, but never over what staff set. A site
 * that only an older edition names becomes a draft: a newer list left it out, so staff decide.
 * @param slugs in use, former ones too; new ones are added
 */
export function planSites(
  sites: readonly FederalSite[],
  listings: readonly KnownSite[],
  slugs: Set<string>,
  edition: Edition,
): SitePlan {
  const candidates = listings.map((known) => ({ ...known.columns, key: known.siteKey, known }));
  const rows = sites.map(({ key, columns }) => ({ ...columns, key }));
  const isNewest = edition.newestAsOf === null || edition.asOf >= edition.newestAsOf;
  const identified = identifySites(rows, candidates, { isNewest });
  const known = new Map([...identified].map(([key, candidate]) => [key, candidate.known]));
  const plan: SitePlan = { create: [], update: [], known, staffDifferences: [], gone: [] };
  for (const { key, columns, answers } of sites) {
    const listing = known.get(key);
    // A place of which nothing is known is for staff to look at first.
    if (!listing) plan.create.push(newSite(key, columns, slugs, isNewest && answers.yes.length > 0));
    else if (!listing.newestAsOf || edition.asOf >= listing.newestAsOf) planUpdate(plan, listing, key, columns);
  }
  const found = new Set(known.values());
  if (isNewest) plan.gone = listings.filter((listing) => !found.has(listing) && inScope(listing, edition.county));
  return plan;
}

function newSite(siteKey: string, columns: SiteColumns, slugs: Set<string>, isPublic: boolean): NewSite {
  const isServed = columns.county === SERVED_COUNTY;
  return { siteKey, slug: freeSlug(columns, slugs), status: isServed && isPublic ? "published" : "draft", columns };
}

function planUpdate(plan: SitePlan, listing: KnownSite, siteKey: string, stated: SiteColumns): void {
  const fields = Object.keys(stated) as (keyof SiteColumns)[];
  const differing = fields.filter((field) => !isSame(listing.columns[field], stated[field]));
  const kept = differing.filter((field) => listing.staffFields.includes(field));
  for (const field of kept)
    plan.staffDifferences.push({
      slug: listing.slug,
      field,
      kept: listing.columns[field],
      stated: stated[field],
    });
  if (differing.length === kept.length && siteKey === listing.siteKey) return;
  const staff = Object.fromEntries(kept.map((field) => [field, listing.columns[field]]));
  plan.update.push({ id: listing.id, siteKey, columns: { ...stated, ...staff } });
}

function inScope({ status, columns }: KnownSite, county: string | null): boolean {
  return status === "published" && (county === null || columns.county === county);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
