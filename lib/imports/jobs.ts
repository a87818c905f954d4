import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { refreshSearch } from "@/lib/search/mutations";
import { db, type Db } from "@/lib/server/db";
import { FEDERAL_COLUMNS, readFederalRow, type FederalSite } from "./federal";
import type { Encoding } from "./encoding";
import { planLicenses } from "./license-plan";
import { countMatches, planMatches } from "./matching";
import {
  createListings,
  lockImports,
  saveEdition,
  saveFacts,
  saveLicenses,
  saveMatches,
  updateListings,
  type SavedEdition,
} from "./mutations";
import {
  editionBefore,
  knownLicenses,
  knownMatches,
  knownSites,
  newestEdition,
  placeableLicenses,
  placeableListings,
  slugsInUse,
} from "./queries";
import { fewerPlaces, refuseFewer, refuseWithoutCodes, refuseWithoutRows } from "./refusal";
import { readRows, type LostValue, type Reading } from "./rows";
import { sameSiteOf } from "./site-key";
import { planSites, type SitePlan } from "./site-plan";
import { readStateRow, STATE_COLUMNS, type LicenseColumns } from "./state";
import { readTable } from "./table";
import type { Changes, Fewer, ImportReport, ImportRequest, MatchCounts, ReportProgress } from "./types";

const LONGEST_MS = 10 * 60_000;

/**
 * Imports one file in one transaction: a killed or failed import leaves nothing. The same file again changes nothing.
 * Whoever calls it from outside the web server clears the page cache afterward.
 * @throws ImportFailure when the file or the request is wrong
 */
export async function importFile(request: ImportRequest, progress: ReportProgress = () => {}): Promise<ImportReport> {
  const importRows = await (request.source === "samhsa" ? readSites : readLicenses)(request, progress);
  const dryRun = new DryRun();
  const run = async (tx: Db) => {
    await lockImports(tx);
    const report = await importRows(tx);
    if (!request.dryRun) return report;
    dryRun.report = report;
    throw dryRun;
  };
  try {
    return await db.$transaction(run, { timeout: LONGEST_MS, maxWait: LONGEST_MS });
  } catch (error) {
    if (error === dryRun && dryRun.report) return dryRun.report;
    throw error;
  }
}

/** Takes a dry run's transaction back and carries its report out. */
class DryRun extends Error {
  report?: ImportReport;
}

/** A file that was read and can be imported. */
interface Source<Row> {
  request: ImportRequest;
  checksum: string;
  encoding: Encoding | null;
  reading: Reading<Row>;
  progress: ReportProgress;
}

async function readSites(request: ImportRequest, progress: ReportProgress) {
  progress({ stage: "reading", done: 0, total: 0 });
  const { checksum, encoding, rows } = await readTable(request.file, FEDERAL_COLUMNS);
  const reading = await readRows(
    rows,
    (cells, lose) => readFederalRow(cells, request.county, lose),
    ({ key }) => key,
    ({ columns, answers }) => sameSiteOf(columns, answers),
  );
  progress({ stage: "reading", done: reading.total, total: reading.total });
  refuseWithoutRows(request, reading);
  refuseWithoutCodes(request, reading.rows);
  return (tx: Db) => importSites(tx, { request, checksum, encoding, reading, progress });
}

async function readLicenses(request: ImportRequest, progress: ReportProgress) {
  progress({ stage: "reading", done: 0, total: 0 });
  const { checksum, encoding, rows } = await readTable(request.file, STATE_COLUMNS);
  const reading = await readRows(
    rows,
    (cells, lose) => readStateRow(cells, request.county, lose),
    ({ number }) => number,
  );
  progress({ stage: "reading", done: reading.total, total: reading.total });
  refuseWithoutRows(request, reading);
  return (tx: Db) => importLicenses(tx, { request, checksum, encoding, reading, progress });
}

async function importSites(tx: Db, source: Source<FederalSite>): Promise<ImportReport> {
  const { request, reading, progress } = source;
  const { county, date } = request;
  const sites = reading.rows;
  const fewer = await fewerThanBefore(tx, source);
  const edition = { asOf: date.asOf, newestAsOf: await newestEdition(tx, "samhsa"), county };
  const plan = planSites(sites, await knownSites(tx), await slugsInUse(tx), edition);
  const saved = await saveEdition(tx, request, source.checksum, reading, progress);
  // Written down by now; a national file needs the memory.
  reading.raw.length = 0;
  const created = await createListings(tx, plan.create, progress);
  await updateListings(tx, plan.update);
  const listingOf = (key: string) => created.get(key) ?? plan.known.get(key)?.id ?? "";
  const written = await saveFacts(tx, saved.id, date, sites, listingOf, progress);
  return finish(tx, source, saved, {
    ...siteChanges(sites, plan, new Set([...written, ...plan.update.map(({ id }) => id)]), date.asOf),
    fewer,
    unknownCodes: unknownCodes(sites),
    staffDifferences: plan.staffDifferences,
    gone: plan.gone.map(({ slug }) => slug),
  });
}

async function importLicenses(tx: Db, source: Source<LicenseColumns>): Promise<ImportReport> {
  const { request, reading, progress } = source;
  const { county, date } = request;
  const fewer = await fewerThanBefore(tx, source);
  const edition = { asOf: date.asOf, newestAsOf: await newestEdition(tx, "dhcs"), county };
  const plan = planLicenses(reading.rows, await knownLicenses(tx), edition);
  const saved = await saveEdition(tx, request, source.checksum, reading, progress);
  await saveLicenses(tx, saved.id, plan, progress);
  return finish(tx, source, saved, {
    ...plan.changes,
    fewer,
    unknownCodes: [],
    staffDifferences: [],
    gone: plan.gone.map(({ columns }) => columns.number).filter((number) => !source.reading.refusedKeys.has(number)),
  });
}

/** Before anything is written. */
async function fewerThanBefore(tx: Db, { request, checksum, reading }: Source<unknown>): Promise<Fewer | null> {
  const fewer = fewerPlaces(await editionBefore(tx, request, checksum), reading.rows.length);
  refuseFewer(request, fewer, reading.refused);
  return fewer;
}

function siteChanges(
  sites: readonly FederalSite[],
  plan: SitePlan,
  touched: ReadonlySet<string>,
  asOf: string,
): Changes {
  const changes: Changes = { new: 0, changed: 0, unchanged: 0, older: 0 };
  for (const { key } of sites) {
    const listing = plan.known.get(key);
    const isOlder = listing?.newestAsOf != null && listing.newestAsOf > asOf;
    changes[!listing ? "new" : isOlder ? "older" : touched.has(listing.id) ? "changed" : "unchanged"]++;
  }
  return changes;
}

function unknownCodes(sites: readonly FederalSite[]): ImportReport["unknownCodes"] {
  const counts = new Map<string, number>();
  for (const code of sites.flatMap(({ answers }) => answers.unrecognised))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}

/** Matches and places everything anew, whichever source came first, and writes down that the import happened. */
async function finish(
  tx: Db,
  { request, encoding, reading, progress }: Source<unknown>,
  edition: SavedEdition,
  outcome: Changes & Pick<ImportReport, "fewer" | "unknownCodes" | "staffDifferences" | "gone">,
): Promise<ImportReport> {
  progress({ stage: "matching", done: 0, total: 1 });
  const { matches, changedAnything } = await matchAndPlace(tx, request.county);
  await refreshSearch(tx);
  progress({ stage: "matching", done: 1, total: 1 });
  const { total: rows, skipped, refused, lost, listedTwice } = reading;
  const report = { request, encoding, rows, skipped, refused, lost, listedTwice, matches, ...outcome };
  if (edition.isNew || outcome.new + outcome.changed > 0 || changedAnything) await audit(tx, edition, report);
  return report;
}

async function matchAndPlace(
  tx: Db,
  county: string | null,
): Promise<{ matches: MatchCounts; changedAnything: boolean }> {
  const listings = await placeableListings(tx);
  const licenses = await placeableLicenses(tx);
  const plan = planMatches(listings, licenses, await knownMatches(tx));
  await saveMatches(tx, plan);
  const matches = countMatches(plan, listings, licenses, county);
  return { matches, changedAnything: plan.create.length + plan.remove.length + plan.place.length > 0 };
}

async function audit(tx: Db, { id }: SavedEdition, report: ImportReport): Promise<void> {
  const { request, rows, refused, lost, matches } = report;
  await recordAudit(tx, {
    actorId: null,
    action: "import.completed",
    subjectType: "source_edition",
    subjectId: id,
    after: {
      source: request.source,
      edition: request.edition,
      county: request.county,
      asOf: request.date.asOf,
      rows,
      new: report.new,
      changed: report.changed,
      unchanged: report.unchanged,
      older: report.older,
      refused: refused.length,
      lost: countByColumn(lost),
      // Named over a tenth fewer places than the edition before, and somebody confirmed it.
      fewer: report.fewer,
      matches,
    },
  });
}

function countByColumn(lost: readonly LostValue[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { column } of lost) counts[column] = (counts[column] ?? 0) + 1;
  return counts;
}
