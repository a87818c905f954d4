import "server-only";
import { isPublic } from "@/lib/facts/select";
import type { Db } from "@/lib/server/db";
import { fromIsoDate, toIsoDate } from "@/lib/shared/dates";
import type { CodeCounts } from "@/lib/sources/code-counts";
import type { ImportSource } from "@/lib/sources/source-edition";
import type { ImportEntry, ImportRequest } from "./types";

/** The newest date (YYYY-MM-DD) of any imported edition of a source; null before the first. */
export async function newestEdition(db: Db, source: ImportSource): Promise<string | null> {
  const { _max } = await db.sourceEdition.aggregate({ where: { source, takenBackAt: null }, _max: { asOf: true } });
  return _max.asOf && toIsoDate(_max.asOf);
}

/** The ids of all listings that the public sees. */
export async function publishedListings(db: Db): Promise<Set<string>> {
  const rows = await db.listing.findMany({ where: isPublic, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/**
 * The edition before a file: the newest of its source and county that is not newer than it, with the places it names.
 * @returns null for the first, and for a file that was imported already
 */
export async function editionBefore(
  db: Db,
  { source, edition, county, date }: ImportRequest,
  checksum: string,
): Promise<{ edition: string; places: number } | null> {
  const editions = await db.sourceEdition.findMany({
    where: { source, county: county ?? "", takenBackAt: null, asOf: { lte: fromIsoDate(date.asOf) } },
    select: { id: true, edition: true, checksum: true },
    orderBy: [{ asOf: "desc" }, { importedAt: "desc" }],
  });
  const [before] = editions;
  if (!before || editions.some((each) => each.edition === edition && each.checksum === checksum)) return null;
  const keys = await db.sourceRecord.groupBy({ by: "key", where: { sourceEditionId: before.id } });
  return { edition: before.edition, places: keys.length };
}

/** How many rows name each code, of the files that counted them. */
export async function countsOf(
  db: Db,
  editions: readonly { id: string; edition: string; asOf: string }[],
): Promise<{ edition: string; asOf: string; counts: CodeCounts }[]> {
  const imports = await db.import.findMany({
    where: { sourceEditionId: { in: editions.map(({ id }) => id) }, takenBackAt: null },
    select: { sourceEditionId: true, codeCounts: true },
    orderBy: { number: "desc" },
  });
  return editions.flatMap(({ id, edition, asOf }) => {
    const counts = imports.find(({ sourceEditionId }) => sourceEditionId === id)?.codeCounts;
    return counts ? [{ edition, asOf, counts: counts as unknown as CodeCounts }] : [];
  });
}

/** Whether a file of the edition was ever imported, even when it was taken back. */
export async function wasImported(db: Db, source: ImportSource, edition: string): Promise<boolean> {
  return (await db.import.count({ where: { sourceEdition: { source, edition } } })) > 0;
}

/** Every import, oldest first. */
export async function listImports(db: Db): Promise<ImportEntry[]> {
  const rows = await db.import.findMany({
    select: {
      number: true,
      at: true,
      takenBackAt: true,
      sourceEdition: {
        select: { source: true, edition: true, asOf: true, county: true, fileName: true, rowCount: true },
      },
    },
    orderBy: { number: "asc" },
  });
  return rows.map(({ sourceEdition: { source, asOf, rowCount: rows, ...file }, ...entry }) => {
    return { ...entry, ...file, rows, source: source as ImportSource, asOf: toIsoDate(asOf) };
  });
}
