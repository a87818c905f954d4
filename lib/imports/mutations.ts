import "server-only";
import path from "node:path";
import type { SystemActor } from "@/lib/audit/actor";
import { db, type Db } from "@/lib/server/db";
import { fromIsoDate, toIsoDate } from "@/lib/shared/dates";
import { ImportFailure } from "@/lib/sources/failure";
import { holdStatements } from "@/lib/statements/queries";
import type { CodeBook } from "@/lib/sources/code-book";
import type { CodeCounts } from "@/lib/sources/code-counts";
import type { RawRow } from "@/lib/sources/rows";
import type { ImportRequest } from "./types";
import { type ReportProgress, inBatches } from "@/lib/sources/progress";

const MAX_IMPORT_MS = 10 * 60_000;

/**
 * In one transaction, alone among importers; a dry run takes it back and only brings its report.
 * @param beforeEnd looks at what was written, or writes with it, before the transaction ends either way
 */
export async function runAlone<Report>(
  actor: SystemActor,
  dryRun: boolean,
  work: (tx: Db, actor: SystemActor) => Promise<Report>,
  beforeEnd?: (tx: Db, report: Report) => Promise<void>,
): Promise<Report> {
  const end = new DryRun();
  let done: Report | undefined;
  const run = async (tx: Db) => {
    await holdStatements(tx);
    const report = await work(tx, actor);
    await beforeEnd?.(tx, report);
    if (!dryRun) return report;
    done = report;
    throw end;
  };
  try {
    return await db.$transaction(run, { timeout: MAX_IMPORT_MS, maxWait: MAX_IMPORT_MS });
  } catch (error) {
    if (error === end && done) return done;
    throw error;
  }
}

/** Rolls a dry run's transaction back. */
class DryRun extends Error {}

/** The id of the file's row: the existing one, even when its imports were taken back, or a new one. */
export async function saveEdition(
  tx: Db,
  { source, edition, date, county, file }: ImportRequest,
  checksum: string,
  rowCount: number,
): Promise<string> {
  const asOf = fromIsoDate(date.asOf);
  const other = await tx.sourceEdition.findFirst({
    where: { source, edition, takenBackAt: null, NOT: { asOf, asOfPrecision: date.precision } },
    select: { asOf: true },
  });
  if (other)
    throw new ImportFailure(
      `Edition ${edition} was imported as of ${toIsoDate(other.asOf)}, not ${date.asOf}. ` +
        "Use the same --as-of, or another --edition; or take that import back first (--list names it, --undo NUMBER).",
    );
  const key = { source, edition, checksum, county: county ?? "" };
  const before = await tx.sourceEdition.findUnique({
    where: { source_edition_checksum_county: key },
    select: { id: true, takenBackAt: true },
  });
  if (before && !before.takenBackAt) return before.id;
  const data = { asOf, asOfPrecision: date.precision, fileName: path.basename(file), rowCount };
  const { id } = before
    ? await tx.sourceEdition.update({
        where: { id: before.id },
        data: { ...data, takenBackAt: null, importedAt: new Date() },
        select: { id: true },
      })
    : await tx.sourceEdition.create({ data: { ...key, ...data }, select: { id: true } });
  return id;
}

/** One more import of the file. @returns its number */
export async function saveImport(
  tx: Db,
  sourceEditionId: string,
  codes: { book: CodeBook; counts: CodeCounts } | null,
): Promise<number> {
  const { number } = await tx.import.create({
    data: {
      sourceEditionId,
      ...(codes && { codeBook: { ...codes.book }, codeCounts: { ...codes.counts } }),
    },
    select: { number: true },
  });
  return number;
}

/** Writes raw rows with the listing of each; licenses are found by their number. */
export async function saveRecords(
  tx: Db,
  sourceEditionId: string,
  raw: readonly RawRow[],
  listingOf: (key: string) => string | null,
  progress: ReportProgress,
): Promise<void> {
  await inBatches(raw, "raw rows", progress, async (batch) => {
    const rows = batch.map((row) => ({ ...row, listingId: listingOf(row.key) }));
    await tx.$executeRaw`
      INSERT INTO "SourceRecord" ("id", "sourceEditionId", "line", "key", "data", "listingId")
      SELECT gen_random_uuid(), ${sourceEditionId}::uuid, r."line", r."key", r."data", r."listingId"
      FROM jsonb_populate_recordset(NULL::"SourceRecord", ${JSON.stringify(rows)}::jsonb) AS r`;
  });
}

/**
 * Marks an import as taken back; when no other import brought the file, its raw rows are deleted.
 * @returns how many rows are gone
 */
export async function removeImport(tx: Db, number: number, sourceEditionId: string): Promise<number> {
  const takenBackAt = new Date();
  await tx.import.update({ where: { number }, data: { takenBackAt }, select: { number: true } });
  const others = await tx.import.count({ where: { sourceEditionId, takenBackAt: null } });
  if (others > 0) return 0;
  await tx.sourceEdition.update({ where: { id: sourceEditionId }, data: { takenBackAt }, select: { id: true } });
  return (await tx.sourceRecord.deleteMany({ where: { sourceEditionId } })).count;
}
