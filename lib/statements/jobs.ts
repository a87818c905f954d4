import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { ImportFailure } from "@/lib/imports/failure";
import type { FederalSite } from "@/lib/imports/federal";
import { createListings, inBatches, matchAndPlace, runAlone } from "@/lib/imports/mutations";
import { knownSites, listImports, slugsInUse } from "@/lib/imports/queries";
import { importLines } from "@/lib/imports/report";
import { planSites, type KnownSite, type SitePlan } from "@/lib/imports/site-plan";
import type { ReportProgress, TakeBackReport } from "@/lib/imports/types";
import { refreshSearch } from "@/lib/search/mutations";
import type { Db } from "@/lib/server/db";
import { dayOf } from "@/lib/shared/dates";
import {
  freeSiteKeys,
  linkRecords,
  removeImport,
  restateAddresses,
  restateLicenses,
  restateSites,
  type Restated,
} from "./mutations";
import {
  hasOldRows,
  homelessStatements,
  licensesNamedBy,
  listingsNamedBy,
  listingsNamedElsewhere,
  listingsOfOldSheets,
  siteStatements,
  standingEditions,
} from "./queries";
import { countyOfSite, standing, statedSite } from "./standing";
import type { StandingEdition } from "./types";

/**
 * Takes an import back whole, in one transaction: every listing and license is what the remaining rows state, and what
 * staff set. What people and rankings name stays on record. Whoever calls it from outside the web server clears the
 * page cache afterward.
 * @throws ImportFailure when there is no such import, or it was taken back already
 */
export function takeBackImport(
  number: number,
  dryRun: boolean,
  progress: ReportProgress = () => {},
): Promise<TakeBackReport> {
  return runAlone(dryRun, async (tx) => {
    const { entry, sourceEditionId } = await importToTakeBack(tx, number);
    const done = await (entry.source === "samhsa" ? removeSites : removeLicenses)(
      tx,
      number,
      sourceEditionId,
      progress,
    );
    progress({ stage: "matching", done: 0, total: 1 });
    const { changes: matches } = await matchAndPlace(tx, entry.county || null);
    await refreshSearch(tx);
    progress({ stage: "matching", done: 1, total: 1 });
    const report = { entry, dryRun, matches, ...done };
    await recordAudit(tx, {
      actorId: null,
      action: "import.taken_back",
      subjectType: "source_edition",
      subjectId: sourceEditionId,
      after: auditOf(report),
    });
    return report;
  });
}

async function importToTakeBack(tx: Db, number: number) {
  const entries = await listImports(tx);
  const entry = entries.find((each) => each.number === number);
  if (!entry)
    throw new ImportFailure(`There is no import ${number}. The imports are:\n\n${importLines(entries).join("\n")}`);
  if (entry.takenBackAt)
    throw new ImportFailure(
      `Import ${number} was taken back already, on ${dayOf(entry.takenBackAt)}. Nothing is left to do.`,
    );
  const { sourceEditionId } = await tx.import.findUniqueOrThrow({
    where: { number },
    select: { sourceEditionId: true },
  });
  return { entry, sourceEditionId };
}

type Removed = Omit<TakeBackReport, "entry" | "dryRun" | "matches">;

async function removeSites(
  tx: Db,
  number: number,
  sourceEditionId: string,
  progress: ReportProgress,
): Promise<Removed> {
  const before = await standingEditions(tx, "samhsa");
  const ids = before.map(({ id }) => id);
  if (await hasOldRows(tx, ids))
    throw new ImportFailure(
      "Some files were imported before their rows noted which listing they are. Import those files again, under the " +
        "same names (--list shows them); it changes nothing else. Then take this import back.",
    );
  // All of them: whether an older edition's place is published may rest on what was newest when it came.
  const affected = await listingsNamedBy(tx, ids);
  const rawRows = await removeImport(tx, number, sourceEditionId);
  const editions = await standingEditions(tx, "samhsa");
  const { sites, links } = await homelessSites(tx, editions);
  const edition = { asOf: "", newestAsOf: null, county: null };
  const placing = { editions, sites, affected, anew: null, linked: new Map<string, string>(), edition };
  const placed = await placeSites(tx, placing, progress);
  await linkRecords(
    tx,
    links.map(({ key, ...row }) => ({ ...row, listingId: placed.listingOf.get(key) ?? "" })),
  );
  const restated = await settleSites(tx, placing, placed, progress);
  const { create, remove } = placed.plan;
  const gone = new Set(remove.map(({ id }) => id));
  await restateAddresses(
    tx,
    editions,
    affected.filter((id) => !gone.has(id)),
  );
  const created = new Set(create.map(({ siteKey }) => placed.listingOf.get(siteKey)));
  return {
    rawRows,
    listings: {
      removed: remove.map(({ slug }) => slug).sort(),
      archived: restated.archived.map(({ slug }) => slug),
      returned: create.length,
      changed: [...restated.changed].filter((id) => !created.has(id)).length,
    },
    facts: { removed: restated.sheetsRemoved, written: restated.sheetsWritten },
    licenses: { removed: 0, written: 0 },
  };
}

/** Places whose listing went when a later import stood in for their rows, which count again. */
async function homelessSites(tx: Db, editions: readonly StandingEdition[]) {
  const rows = standing(await homelessStatements(tx, editions), countyOfSite, editions);
  const sites = new Map<string, FederalSite>();
  for (const { said } of rows) if (!sites.has(said.key)) sites.set(said.key, said);
  const links = rows.map(({ edition, line, said }) => ({ sourceEditionId: edition.id, line, key: said.key }));
  return { sites: [...sites.values()], links };
}

async function removeLicenses(
  tx: Db,
  number: number,
  sourceEditionId: string,
  progress: ReportProgress,
): Promise<Removed> {
  const before = await standingEditions(tx, "dhcs");
  const numbers = await licensesNamedBy(
    tx,
    before.map(({ id }) => id),
  );
  const rawRows = await removeImport(tx, number, sourceEditionId);
  const licenses = await restateLicenses(tx, await standingEditions(tx, "dhcs"), numbers, progress);
  const listings = { removed: [], archived: [], returned: 0, changed: 0 };
  return { rawRows, listings, facts: { removed: 0, written: 0 }, licenses };
}

function auditOf({ entry, rawRows, listings, facts, licenses, matches }: TakeBackReport) {
  const { number, source, edition, county, asOf } = entry;
  const { removed, archived, ...others } = listings;
  const changes = { removed: removed.length, archived: archived.length, ...others };
  return { import: number, source, edition, county, asOf, rawRows, listings: changes, facts, licenses, matches };
}

interface Placing {
  editions: readonly StandingEdition[];
  /** One of each key. */
  sites: readonly FederalSite[];
  /** Listings that rows made what they are which count no longer, or are looked at anew. */
  affected: readonly string[];
  /** The file whose rows are looked at anew: what they said before does not count. */
  anew: string | null;
  /** Rows whose listing is on record, by key. */
  linked: ReadonlyMap<string, string>;
  edition: Parameters<typeof planSites>[3];
}

export interface Placed {
  plan: SitePlan;
  /** The listing of each row, by key. */
  listingOf: Map<string, string>;
}

/** Finds the listing of each row, makes those that are missing, and removes those that nothing makes any more. */
export async function placeSites(tx: Db, placing: Placing, progress: ReportProgress): Promise<Placed> {
  const { sites, linked, edition } = placing;
  const listings = await sitesOtherwise(tx, placing, progress);
  const byId = new Map(listings.map((listing) => [listing.id, listing]));
  const settled = new Map(
    [...linked].flatMap(([key, id]) => {
      const listing = byId.get(id);
      return listing ? [[key, listing] as const] : [];
    }),
  );
  const plan = planSites(sites, listings, await slugsInUse(tx), edition, settled);
  await tx.listing.deleteMany({ where: { id: { in: plan.remove.map(({ id }) => id) } } });
  await freeSiteKeys(tx, plan.create);
  const listingOf = await createListings(tx, plan.create, progress);
  for (const [key, { id }] of plan.known) listingOf.set(key, id);
  return { plan, listingOf };
}

/** Every listing that imports made, and what the affected ones are without the rows that count no longer. */
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

/** Makes the placed and the affected listings what the rows that count state. */
export async function settleSites(
  tx: Db,
  { editions, affected }: Placing,
  { plan, listingOf }: Placed,
  progress: ReportProgress,
): Promise<Restated> {
  const removed = new Set(plan.remove.map(({ id }) => id));
  const ids = new Set([...affected.filter((id) => !removed.has(id)), ...listingOf.values()]);
  return restateSites(tx, editions, [...ids], progress);
}
