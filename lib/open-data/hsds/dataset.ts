import { ATTRIBUTES } from "@/lib/facts/attributes";
import type { OpenListing, OpenRecords } from "../types";
import { bookOf } from "./attributes";
import type { RankedBy } from "./evidence";
import { listingRows, organizationRow, programRow } from "./rows";
import { taxonomies, taxonomyTerms } from "./taxonomies";
import type { ListingRows, Organization, Program, Taxonomy, TaxonomyTerm } from "./types";

export interface OpenOrganization {
  organization: Organization;
  /** At least one. */
  listings: OpenListing[];
}

/** The open records in the shapes of HSDS, without their attributes: those are many, and made when they are asked for. */
export interface HsdsDataset extends RankedBy {
  /** In the order of the records. */
  listings: { listing: OpenListing; rows: ListingRows; program: Program | null }[];
  /** By slug. */
  organizations: OpenOrganization[];
  /** Each once, in the order of the listings. */
  programs: Program[];
  taxonomies: Taxonomy[];
  terms: TaxonomyTerm[];
}

/** @param site the site's URL without a trailing slash */
export function hsdsDataset(site: string, { edition, listings }: OpenRecords): HsdsDataset {
  const rankedBy = { site, edition };
  const entries = listings.map((listing) => {
    return { listing, rows: listingRows(listing, rankedBy), program: programRow(listing, rankedBy) };
  });
  const programs = new Map(entries.flatMap(({ program }) => (program ? [[program.id, program] as const] : [])));
  const editions = editionsOf(listings);
  return {
    ...rankedBy,
    listings: entries,
    organizations: organizationsOf(listings),
    programs: [...programs.values()],
    taxonomies: taxonomies(editions),
    terms: taxonomyTerms(editions),
  };
}

function organizationsOf(listings: readonly OpenListing[]): OpenOrganization[] {
  const bySlug = new Map<string, OpenListing[]>();
  for (const listing of listings) {
    const { operator } = listing;
    if (operator) bySlug.set(operator.slug, [...(bySlug.get(operator.slug) ?? []), listing]);
  }
  return [...bySlug.keys()].sort().flatMap((slug) => {
    const run = bySlug.get(slug) ?? [];
    const organization = organizationRow(run);
    return organization ? { organization, listings: run } : [];
  });
}

/** The editions of the federal directory whose code books the attributes name, oldest first. */
function editionsOf(listings: readonly OpenListing[]): string[] {
  const named = new Set<string>();
  for (const listing of listings)
    for (const code of ATTRIBUTES.keys()) named.add(bookOf(listing, listing.facts.get(code)));
  return [...named].sort();
}
