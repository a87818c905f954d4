import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { ImportFailure } from "@/lib/sources/failure";
import type { FederalSite } from "@/lib/sources/federal";
import { runAlone } from "./mutations";
import { listImports, publishedListings } from "./queries";
import { importLines } from "./report";
import type { TakeBackReport } from "./types";
import type { Db } from "@/lib/server/db";
import { utcMoment } from "@/lib/shared/dates";
import { linkRecords, restateSlugs, restateLicenses } from "@/lib/statements/mutations";
import {
  hasOldRows,
  homelessStatements,
  licensesNamedBy,
  listingsNamedBy,
  standingEditions,
} from "@/lib/statements/queries";
import { countyOfSite, standing } from "@/lib/statements/standing";
import type { StandingEdition } from "@/lib/statements/types";
import { settleListings } from "@/lib/operators/jobs";
import { restateProposals } from "@/lib/duplicates/mutations";
import type { ReportProgress } from "@/lib/sources/progress";
import { removeImport } from "./mutations";
import { placeSites, settleSites } from "@/lib/statements/jobs";

/**
 * Takes an import back completely, in one transaction: every listing and license is then what the remaining rows state
 * and what staff set. Listings that people or rankings refer to stay on record. Code outside the web server must clear
 * the page cache afterward.
 * @throws ImportFailure when there is no such import, or it was taken back already
 */
export function takeBackImport(
  actor: SystemActor,
  number: number,
  dryRun: boolean,
  progress: ReportProgress = () => {},
): Promise<TakeBackReport> {
  return runAlone(actor, dryRun, async (tx) => {
    const { entry, sourceEditionId } = await importToTakeBack(tx, number);
    const before = await publishedListings(tx);
    const done = await (entry.source === "samhsa" ? removeSites : removeLicenses)(
      tx,
      number,
      sourceEditionId,
      progress,
    );
    progress({ stage: "matching", done: 0, total: 1 });
    const { licensedListings, changes: matches } = await settleListings(tx, entry.county || null);
    await restateProposals(tx);
    progress({ stage: "matching", done: 1, total: 1 });
    const after = await publishedListings(tx);
    const site = { returned: countOnlyIn(after, before), left: countOnlyIn(before, after) };
    const report = { entry, dryRun, matches, licensedListings, site, ...done };
    await recordAudit(tx, actor, {
      action: "import.taken_back",
      subjectType: "source_edition",
      subjectId: sourceEditionId,
      after: auditOf(report),
    });
    return report;
  });
}

function countOnlyIn(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((id) => !other.has(id)).length;
}

async function importToTakeBack(tx: Db, number: number) {
  const entries = await listImports(tx);
  const entry = entries.find((each) => each.number === number);
  if (!entry)
    throw new ImportFailure(`There is no import ${number}. The imports are:\n\n${importLines(entries).join("\n")}`);
  if (entry.takenBackAt)
    throw new ImportFailure(
      `Import ${number} was taken back already, at ${utcMoment(entry.takenBackAt)}. Nothing is left to do.`,
    );
  const { sourceEditionId } = await tx.import.findUniqueOrThrow({
    where: { number },
    select: { sourceEditionId: true },
  });
  return { entry, sourceEditionId };
}

type Removed = Omit<TakeBackReport, "entry" | "dryRun" | "matches" | "licensedListings" | "site">;

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
  // All of them: whether an older edition's listing is published may depend on which edition was newest at that time.
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
  await restateSlugs(
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

/** Sites whose listing was deleted when a later import replaced their rows; those rows count again. */
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

function auditOf({ entry, rawRows, listings, site, facts, licenses, licensedListings, matches }: TakeBackReport) {
  const { number, source, edition, county, asOf } = entry;
  const { removed, archived, ...others } = listings;
  const changes = { removed: removed.length, archived: archived.length, ...others };
  return {
    import: number,
    source,
    edition,
    county,
    asOf,
    rawRows,
    listings: changes,
    site,
    facts,
    licenses,
    licensedListings,
    matches,
  };
}
