import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import type { Db } from "@/lib/server/db";
import {
  licensesNamedBy,
  listingsNamedBy,
  recordedLines,
  standingEditions,
  knownLicenses,
} from "@/lib/statements/queries";
import { placeSites, settleSites } from "@/lib/statements/jobs";
import { linkRecords, restateLicenses } from "@/lib/statements/mutations";
import { isOvertaken } from "@/lib/statements/standing";
import type { StandingEdition } from "@/lib/statements/types";
import { answersOf } from "@/lib/sources/answers";
import {
  bookOfRows,
  bookOfSheet,
  CODE_SHEET_COLUMNS,
  knownBook,
  notAsked,
  type CodeBook,
} from "@/lib/sources/code-book";
import {
  byAttribute,
  countRow,
  mayBeAsked,
  noCounts,
  strangeCounts,
  type CodeCounts,
  type StrangeCount,
} from "@/lib/sources/code-counts";
import { FEDERAL_COLUMNS, FEDERAL_TELLING, readFederalRow, type FederalSite } from "@/lib/sources/federal";
import type { Encoding } from "@/lib/sources/encoding";
import { planLicenses } from "@/lib/statements/license-plan";
import { runAlone, saveEdition, saveImport, saveRecords } from "./mutations";
import { countsOf, editionBefore, newestEdition } from "./queries";
import { auditOf } from "./report";
import { fewerListings, refuseFewer, refuseWithoutCodes, refuseWithoutRows } from "./refusal";
import { readRows, type Reading } from "@/lib/sources/rows";
import { apartPlaces, siteChanges, unknownCodes } from "./site-changes";
import { readStateRow, STATE_COLUMNS, type LicenseColumns } from "@/lib/sources/state";
import { readTable } from "@/lib/sources/table";
import type { Fewer, ImportOutcome, ImportReport, ImportRequest } from "./types";
import { settleListings } from "@/lib/operators/jobs";
import { restateProposals } from "@/lib/duplicates/mutations";
import type { ReportProgress } from "@/lib/sources/progress";

/**
 * Imports one file in one transaction: a killed or failed import leaves nothing. The same file again changes nothing.
 * Code outside the web server must clear the page cache afterward.
 * @param beforeEnd sees the import, also that of a dry run, in its transaction
 * @throws ImportFailure when the file or the request is wrong
 */
export async function importFile(
  actor: SystemActor,
  request: ImportRequest,
  progress: ReportProgress = () => {},
  beforeEnd?: (tx: Db, report: ImportReport) => Promise<void>,
): Promise<ImportReport> {
  const importRows = await (request.source === "samhsa" ? readSites : readLicenses)(request, progress);
  return runAlone(actor, request.dryRun, importRows, beforeEnd);
}

/** A file that was read and can be imported. */
interface Source<Row> {
  request: ImportRequest;
  checksum: string;
  encoding: Encoding | null;
  reading: Reading<Row>;
  progress: ReportProgress;
  /** Of the federal directory. */
  codes: { book: CodeBook; counts: CodeCounts } | null;
}

async function readSites(request: ImportRequest, progress: ReportProgress) {
  progress({ stage: "reading", done: 0, total: 0 });
  const { checksum, encoding, rows, beside } = await readTable(request.file, FEDERAL_COLUMNS, CODE_SHEET_COLUMNS);
  const given = bookOfSheet(beside) ?? knownBook(request.edition);
  const tally = noCounts();
  const reading = await readRows(
    rows,
    (cells, lose) => {
      countRow(tally, cells);
      return readFederalRow(cells, request.county, lose, given ?? undefined);
    },
    FEDERAL_TELLING,
  );
  const book = given ?? bookOfRows(new Set(Object.keys(tally.codes)));
  if (!given) readAnswersAnew(reading, book);
  progress({ stage: "reading", done: reading.total, total: reading.total });
  refuseWithoutRows(request, reading);
  refuseWithoutCodes(request, reading.rows);
  const codes = { book, counts: byAttribute(tally, book) };
  return (tx: Db, actor: SystemActor) =>
    importSites(tx, actor, { request, checksum, encoding, reading, progress, codes });
}

/** For an edition without a code book, we know which codes it asked about only after its last row. */
function readAnswersAnew(reading: Reading<FederalSite>, book: CodeBook): void {
  const first = new Map([...reading.raw].reverse().map(({ key, data }) => [key, data]));
  for (const site of reading.rows) site.answers = answersOf(first.get(site.key)?.service_code_info ?? "", book);
}

async function readLicenses(request: ImportRequest, progress: ReportProgress) {
  progress({ stage: "reading", done: 0, total: 0 });
  const { checksum, encoding, rows } = await readTable(request.file, STATE_COLUMNS);
  const reading = await readRows(rows, (cells, lose) => readStateRow(cells, request.county, lose), {
    keyOf: ({ number }) => number,
  });
  progress({ stage: "reading", done: reading.total, total: reading.total });
  refuseWithoutRows(request, reading);
  return (tx: Db, actor: SystemActor) =>
    importLicenses(tx, actor, { request, checksum, encoding, reading, progress, codes: null });
}

async function importSites(tx: Db, actor: SystemActor, source: Source<FederalSite>): Promise<ImportReport> {
  const { request, reading, progress, codes } = source;
  const { county, date } = request;
  const newestAsOf = await newestEdition(tx, "samhsa");
  const fewer = await fewerThanBefore(tx, source);
  const saved = await recordImport(tx, source);
  const recorded = await recordedLines(tx, saved.id);
  const editions = await standingEditions(tx, "samhsa");
  const same = editions.filter(({ edition }) => edition === request.edition);
  const placing = {
    editions,
    sites: reading.rows,
    affected: await listingsNamedBy(tx, saved.isAnew ? same.map(({ id }) => id) : [saved.id]),
    anew: saved.isAnew ? saved.id : null,
    linked: saved.isAnew ? new Map<string, string>() : linksOf(reading, recorded),
    edition: { asOf: date.asOf, newestAsOf, county },
  };
  const placed = await placeSites(tx, placing, progress);
  const listingOf = (key: string) => placed.listingOf.get(key) ?? null;
  await saveRows(tx, saved.id, reading, recorded, listingOf, progress);
  const restated = await settleSites(tx, placing, placed, progress);
  return finish(tx, actor, source, saved, {
    ...siteChanges(reading.rows, placed.plan, restated.changed, date.asOf),
    fewer,
    unknownCodes: unknownCodes(reading.rows),
    apart: apartPlaces(reading.apart, placed.slugOf),
    book: codes && { origin: codes.book.origin, notAsked: notAsked(codes.book) },
    strangeCounts: await strangeBeside(tx, editions, saved.id, codes),
    staffDifferences: placed.plan.staffDifferences,
    gone: placed.plan.gone.map(({ slug }) => slug),
    withdrawn: [...placed.plan.remove, ...restated.archived].map(({ slug }) => slug).sort(),
  });
}

async function importLicenses(tx: Db, actor: SystemActor, source: Source<LicenseColumns>): Promise<ImportReport> {
  const { request, reading, progress } = source;
  const { county, date } = request;
  const fewer = await fewerThanBefore(tx, source);
  const edition = { asOf: date.asOf, newestAsOf: await newestEdition(tx, "dhcs"), county };
  const plan = planLicenses(reading.rows, await knownLicenses(tx), edition);
  const saved = await recordImport(tx, source);
  await saveRows(tx, saved.id, reading, await recordedLines(tx, saved.id), () => null, progress);
  const editions = await standingEditions(tx, "dhcs");
  const same = editions.filter((each) => each.edition === request.edition);
  const numbers = await licensesNamedBy(
    tx,
    same.map(({ id }) => id),
  );
  await restateLicenses(tx, editions, numbers, progress);
  const stillThere = new Set((await knownLicenses(tx)).map(({ columns }) => columns.number));
  return finish(tx, actor, source, saved, {
    ...plan.changes,
    fewer,
    unknownCodes: [],
    apart: [],
    book: null,
    strangeCounts: [],
    staffDifferences: [],
    gone: plan.gone.map(({ columns }) => columns.number).filter((number) => !source.reading.refusedKeys.has(number)),
    withdrawn: numbers.filter((number) => !stillThere.has(number)).sort(),
  });
}

/** Before anything is written. */
async function fewerThanBefore(tx: Db, { request, checksum, reading }: Source<unknown>): Promise<Fewer | null> {
  const fewer = fewerListings(await editionBefore(tx, request, checksum), reading.rows.length);
  refuseFewer(request, fewer, reading.refused);
  return fewer;
}

interface RecordedImport {
  /** The file's. */
  id: string;
  number: number;
  /** False for the file that already counts for its edition. */
  isAnew: boolean;
}

/** The same file again is the same import, unless another one of its edition came between. */
async function recordImport(tx: Db, { request, checksum, reading, codes }: Source<unknown>): Promise<RecordedImport> {
  const id = await saveEdition(tx, request, checksum, reading.raw.length);
  const editions = await standingEditions(tx, request.source);
  const before = editions.find((edition) => edition.id === id);
  const keepsBook = codes === null || before?.hasBook;
  if (before && keepsBook && !isOvertaken(before, editions)) return { id, number: before.number, isAnew: false };
  return { id, number: await saveImport(tx, id, codes), isAnew: true };
}

/** Raw rows that are not on record yet; and those that are, with the listing that was found for each. */
async function saveRows(
  tx: Db,
  sourceEditionId: string,
  { raw }: Reading<unknown>,
  recorded: ReadonlyMap<number, string | null>,
  listingOf: (key: string) => string | null,
  progress: ReportProgress,
): Promise<void> {
  const missing = raw.filter(({ line }) => !recorded.has(line));
  await saveRecords(tx, sourceEditionId, missing, listingOf, progress);
  const links = raw.flatMap(({ line, key }) => {
    const listingId = listingOf(key);
    return recorded.has(line) && listingId ? [{ sourceEditionId, line, listingId }] : [];
  });
  await linkRecords(tx, links);
  // They are written now; a national file needs the memory.
  raw.length = 0;
}

function linksOf({ raw }: Reading<unknown>, recorded: ReadonlyMap<number, string | null>): Map<string, string> {
  return new Map(
    raw.flatMap(({ line, key }) => {
      const listingId = recorded.get(line);
      return listingId ? [[key, listingId] as const] : [];
    }),
  );
}

/** Compares with the nearest older and the nearest newer edition whose codes were counted. */
async function strangeBeside(
  tx: Db,
  editions: readonly StandingEdition[],
  id: string,
  codes: Source<unknown>["codes"],
): Promise<StrangeCount[]> {
  const here = editions.find((edition) => edition.id === id);
  if (!here || !codes) return [];
  // When an edition has several files, the latest.
  const counted = await countsOf(tx, editions.toReversed());
  const older = counted.filter(({ asOf }) => asOf < here.asOf).sort((a, b) => b.asOf.localeCompare(a.asOf));
  const newer = counted.filter(({ asOf }) => asOf > here.asOf).sort((a, b) => a.asOf.localeCompare(b.asOf));
  return [older[0], newer[0]]
    .flatMap((there) => (there ? strangeCounts(codes.counts, there.edition, there.counts) : []))
    .filter(({ code }) => mayBeAsked(code, codes.book));
}

/** Finds matches and positions again, whichever source came first, and records the import. */
async function finish(
  tx: Db,
  actor: SystemActor,
  { request, encoding, reading, progress }: Source<unknown>,
  { number, id, isAnew }: RecordedImport,
  outcome: ImportOutcome,
): Promise<ImportReport> {
  progress({ stage: "matching", done: 0, total: 1 });
  const { licensedListings, matches, changes } = await settleListings(tx, request.county);
  const duplicates = await restateProposals(tx);
  progress({ stage: "matching", done: 1, total: 1 });
  const { total: rows, skipped, refused, lost, listedTwice } = reading;
  const report = {
    number,
    request,
    encoding,
    rows,
    skipped,
    refused,
    lost,
    listedTwice,
    matches,
    licensedListings,
    duplicates,
    ...outcome,
  };
  if (isAnew || outcome.new + outcome.changed + changes > 0) {
    const subject = { subjectType: "source_edition", subjectId: id } as const;
    await recordAudit(tx, actor, { action: "import.completed", ...subject, after: auditOf(report) });
  }
  return report;
}
