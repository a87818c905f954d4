import "server-only";
import type { FederalSite } from "@/lib/sources/federal";
import { planSites, type KnownSite, type SitePlan } from "./site-plan";
import type { Db } from "@/lib/server/db";
import { freeSiteKeys, restateSites, type Restated, createListings } from "./mutations";
import {
  listingsNamedElsewhere,
  listingsOfOldSheets,
  siteStatements,
  knownSites,
  sameIdentities,
  slugsInUse,
} from "./queries";
import { statedSite } from "./standing";
import type { StandingEdition } from "./types";
import { type ReportProgress, inBatches } from "@/lib/sources/progress";

interface Placing {
  editions: readonly StandingEdition[];
  /** One of each key. */
  sites: readonly FederalSite[];
  /** Listings that come from rows that no longer count, or that are checked again. */
  affected: readonly string[];
  /** The file whose rows are checked again: what they said before does not count. */
  anew: string | null;
  /** Rows whose listing is on record, by key. */
  linked: ReadonlyMap<string, string>;
  edition: Parameters<typeof planSites>[3];
}

export interface SiteListings {
  plan: SitePlan;
  /** The listing of each row, by key: its id, and its slug. */
  listingOf: Map<string, string>;
  slugOf: Map<string, string>;
}

/** Finds the listing of each row, makes missing listings, and removes those that no row makes any more. */
export async function placeSites(tx: Db, placing: Placing, progress: ReportProgress): Promise<SiteListings> {
  const { sites, linked, edition } = placing;
  const listings = await sitesOtherwise(tx, placing, progress);
  const settled = settledSites(linked, listings);
  const plan = planSites(sites, listings, await slugsInUse(tx), edition, settled, await sameIdentities(tx));
  await tx.listing.deleteMany({ where: { id: { in: plan.remove.map(({ id }) => id) } } });
  await freeSiteKeys(tx, plan.create);
  const listingOf = await createListings(tx, plan.create, progress);
  const slugOf = new Map(plan.create.map(({ siteKey, slug }) => [siteKey, slug]));
  for (const [key, { id, slug }] of plan.known) {
    listingOf.set(key, id);
    slugOf.set(key, slug);
  }
  return { plan, listingOf, slugOf };
}

/** The listings on record by row key. Of several rows one listing was, when programs of a door were one, one keeps it. */
function settledSites(linked: Placing["linked"], listings: readonly KnownSite[]): Map<string, KnownSite> {
  const byId = new Map(listings.map((listing) => [listing.id, listing]));
  const settled = new Map<string, KnownSite>();
  const taken = new Set<KnownSite>();
  for (const isOwn of [true, false])
    for (const [key, id] of linked) {
      const listing = byId.get(id);
      if (!listing || taken.has(listing) || (isOwn && listing.siteKey !== key)) continue;
      settled.set(key, listing);
      taken.add(listing);
    }
  return settled;
}

/** Every listing that imports made; and what the affected ones are without the rows that no longer count. */
async function sitesOtherwise(
  tx: Db,
  { editions, affected, anew }: Placing,
  progress: ReportProgress,
): Promise<KnownSite[]> {
  const otherwise = new Map<string, Pick<KnownSite, "newestAsOf" | "otherwise">>();
  // Today's reader refuses all their rows: they stay as those were read.
  const unread = new Set<string>();
  await inBatches(affected, "listings", progress, async (batch) => {
    const statements = await siteStatements(tx, editions, batch);
    for (const id of batch) {
      const counting = (statements.get(id) ?? []).filter((each) => each.edition.id !== anew);
      const stated = statedSite(counting, editions);
      if (statements.get(id)?.length === 0) unread.add(id);
      otherwise.set(id, { otherwise: stated, newestAsOf: stated?.newestAsOf ?? null });
    }
  });
  const unstated = affected.filter((id) => !otherwise.get(id)?.otherwise && !unread.has(id));
  const old = await listingsOfOldSheets(tx, editions, unstated);
  const orphans = new Set(unstated.filter((id) => !old.has(id)));
  const named = await listingsNamedElsewhere(tx, [...orphans]);
  return (await knownSites(tx)).map((listing) => {
    if (orphans.has(listing.id)) return { ...listing, newestAsOf: null, orphan: true, named: named.has(listing.id) };
    return old.has(listing.id) || unread.has(listing.id) ? listing : { ...listing, ...otherwise.get(listing.id) };
  });
}

/** Gives the found and the affected listings what the rows that count state. */
export async function settleSites(
  tx: Db,
  { editions, affected }: Placing,
  { plan, listingOf }: Pick<SiteListings, "plan" | "listingOf">,
  progress: ReportProgress,
): Promise<Restated> {
  const removed = new Set(plan.remove.map(({ id }) => id));
  const ids = new Set([...affected.filter((id) => !removed.has(id)), ...listingOf.values()]);
  return restateSites(tx, editions, [...ids], progress);
}
