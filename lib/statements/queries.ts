import "server-only";
import { HOUSE_BOOK, knownBook, type CodeBook } from "@/lib/sources/code-book";
import type { ImportSource } from "@/lib/sources/source-edition";
import { readFederalRow, type FederalSite } from "@/lib/sources/federal";
import type { Cells } from "@/lib/sources/cells";
import { isSiteKey, siteKeyOf } from "@/lib/sources/site-key";
import { licenseColumns, readStateRow, type LicenseColumns } from "@/lib/sources/state";
import type { Db } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import type { KnownLicense } from "./license-plan";
import type { KnownSite } from "./site-plan";
import type { StandingEdition, Statement } from "./types";

/** The imported files of a source that count, in the order of their latest imports. */
export async function standingEditions(db: Db, source: ImportSource): Promise<StandingEdition[]> {
  const rows = await db.sourceEdition.findMany({
    where: { source, takenBackAt: null, imports: { some: { takenBackAt: null } } },
    select: {
      id: true,
      edition: true,
      asOf: true,
      asOfPrecision: true,
      county: true,
      imports: {
        where: { takenBackAt: null },
        select: { number: true, codeBook: true },
        orderBy: { number: "asc" },
      },
    },
  });
  return rows
    .map(({ imports, asOf, asOfPrecision: precision, ...row }) => {
      const [first, latest] = [imports[0], imports.at(-1)];
      // Imports of before books were kept.
      const kept = latest?.codeBook as CodeBook | null | undefined;
      const book = kept ?? knownBook(row.edition) ?? HOUSE_BOOK;
      const numbers = { first: first?.number ?? 0, number: latest?.number ?? 0 };
      return { ...row, source, asOf: toIsoDate(asOf), precision, ...numbers, book, hasBook: kept != null };
    })
    .sort((a, b) => a.number - b.number);
}

/** What the rows of files that count say of these listings, by listing id. */
export async function siteStatements(
  db: Db,
  editions: readonly StandingEdition[],
  listingIds: readonly string[],
): Promise<Map<string, Statement<FederalSite>[]>> {
  const records = await db.sourceRecord.findMany({
    where: { sourceEditionId: { in: idsOf(editions) }, listingId: { in: [...listingIds] } },
    select: { sourceEditionId: true, line: true, key: true, data: true, listingId: true },
  });
  return statementsBy(records, editions, ({ listingId }) => listingId ?? "", siteIn);
}

/** What the rows of files that count say of licenses, by number. */
export async function licenseStatements(
  db: Db,
  editions: readonly StandingEdition[],
  numbers: readonly string[],
): Promise<Map<string, Statement<LicenseColumns>[]>> {
  const records = await db.sourceRecord.findMany({
    where: { sourceEditionId: { in: idsOf(editions) }, key: { in: [...numbers] } },
    select: { sourceEditionId: true, line: true, data: true, key: true },
  });
  return statementsBy(records, editions, ({ key }) => key, licenseIn);
}

/** Rows that today's reader refuses say nothing. What tells a row from others of its file is on record with it. */
function siteIn(cells: Cells, { book }: StandingEdition, key: string): FederalSite | null {
  const verdict = readFederalRow(cells, null, undefined, book);
  if (verdict.kind !== "row") return null;
  return key.startsWith(`${verdict.row.key}#`) ? { ...verdict.row, key } : verdict.row;
}

function licenseIn(cells: Cells): LicenseColumns | null {
  const verdict = readStateRow(cells, null);
  return verdict.kind === "row" ? verdict.row : null;
}

interface Record {
  sourceEditionId: string;
  line: number;
  key: string;
  data: unknown;
}

/** An empty list when today's reader refuses every row. */
function statementsBy<Row extends Record, Said>(
  records: readonly Row[],
  editions: readonly StandingEdition[],
  keyOf: (record: Row) => string,
  read: (cells: Cells, edition: StandingEdition, key: string) => Said | null,
): Map<string, Statement<Said>[]> {
  const editionOf = new Map(editions.map((edition) => [edition.id, edition]));
  const statements = new Map<string, Statement<Said>[]>();
  for (const record of records) {
    const edition = editionOf.get(record.sourceEditionId);
    if (!edition) continue;
    const list = statements.get(keyOf(record)) ?? [];
    statements.set(keyOf(record), list);
    const said = read(record.data as Cells, edition, record.key);
    if (said) list.push({ edition, line: record.line, said });
  }
  return statements;
}

/** The listings of the rows of these files. */
export async function listingsNamedBy(db: Db, editionIds: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "listingId" AS "id" FROM "SourceRecord"
    WHERE "sourceEditionId" = ANY(${editionIds}::uuid[]) AND "listingId" IS NOT NULL`;
  return rows.map(({ id }) => id);
}

/** License numbers that rows of these files have. */
export async function licensesNamedBy(db: Db, editionIds: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT "key" FROM "SourceRecord" WHERE "sourceEditionId" = ANY(${editionIds}::uuid[])`;
  return rows.map(({ key }) => key);
}

/**
 * Those of these listings that something beside imports refers to: people's consents, contacts, corrections, ranking
 * editions, staff's own work. They may be taken off the site, but they are never deleted. What staff did to its operator
 * is no work on the listing.
 */
export async function listingsNamedElsewhere(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT l."id" FROM "Listing" AS l
    WHERE l."id" = ANY(${ids}::uuid[]) AND (
      cardinality(l."staffFields") > 0 OR l."closedOn" IS NOT NULL OR l."closedReason" IS NOT NULL
      OR l."exemptionReason" IS NOT NULL OR l."exemptionUrl" IS NOT NULL OR l."outreachEmail" IS NOT NULL
      OR EXISTS (SELECT FROM "FactSheet" AS t WHERE t."listingId" = l."id" AND t."source" = 'staff')
      OR EXISTS (SELECT FROM "FactCheck" AS t WHERE t."listingId" = l."id")
        OR EXISTS (SELECT FROM "AdmissionCheck" AS t WHERE t."listingId" = l."id")
        OR EXISTS (SELECT FROM "ProposedCall" AS t WHERE t."listingId" = l."id")
      OR EXISTS (SELECT FROM "RankingMember" AS t WHERE t."listingId" = l."id")
      OR EXISTS (SELECT FROM "LicenseNote" AS t WHERE t."listingId" = l."id")
      OR EXISTS (SELECT FROM "RankingExclusion" AS t WHERE t."listingId" = l."id")
      OR EXISTS (SELECT FROM "Correction" AS t WHERE t."listingId" = l."id")
      OR EXISTS (SELECT FROM "ConsentPlace" AS t WHERE t."listingId" = l."id")
      OR EXISTS (SELECT FROM "Outreach" AS t WHERE t."listingId" = l."id")
      OR EXISTS (SELECT FROM "Interest" AS t WHERE t."listingId" = l."id")
      OR EXISTS (SELECT FROM "SlugRedirect" AS t WHERE t."subject" = 'listing' AND t."subjectId" = l."id")
      OR EXISTS (SELECT FROM "AuditEvent" AS t WHERE t."subjectType" = 'listing' AND t."subjectId" = l."id"::text
        AND t."action" <> 'listing.operator_changed'))`;
  return new Set(rows.map(({ id }) => id));
}

/** Whether some rows that count do not name their listing, because they were imported before rows did. */
export async function hasOldRows(db: Db, editionIds: readonly string[]): Promise<boolean> {
  const row = await db.sourceRecord.findFirst({
    where: { sourceEditionId: { in: [...editionIds] }, listingId: null },
    select: { id: true },
  });
  return row !== null;
}

function idsOf(editions: readonly StandingEdition[]): string[] {
  return editions.map(({ id }) => id);
}

/**
 * Listings with facts from a file that counts, of which no row names them: imported before rows named their listing.
 */
export async function listingsOfOldSheets(
  db: Db,
  editions: readonly StandingEdition[],
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT s."listingId" AS "id" FROM "FactSheet" AS s
    WHERE s."listingId" = ANY(${ids}::uuid[]) AND s."sourceEditionId" = ANY(${idsOf(editions)}::uuid[])
      AND NOT EXISTS (SELECT FROM "SourceRecord" AS r
        WHERE r."sourceEditionId" = s."sourceEditionId" AND r."listingId" = s."listingId")`;
  return new Set(rows.map(({ id }) => id));
}

/** Rows of files that count whose listing is gone: it was deleted when a later import replaced them. */
export async function homelessStatements(
  db: Db,
  editions: readonly StandingEdition[],
): Promise<Statement<FederalSite>[]> {
  const rows = await db.$queryRaw<(Record & { listingId: string })[]>`
    SELECT r."sourceEditionId", r."line", r."key", r."data", r."listingId" FROM "SourceRecord" AS r
    WHERE r."sourceEditionId" = ANY(${idsOf(editions)}::uuid[]) AND r."listingId" IS NOT NULL
      AND NOT EXISTS (SELECT FROM "Listing" AS l WHERE l."id" = r."listingId")`;
  return [...statementsBy(rows, editions, () => "", siteIn).values()].flat();
}

/** The rows of a file on record, by line, with the listing that each is. */
export async function recordedLines(db: Db, sourceEditionId: string): Promise<Map<number, string | null>> {
  const rows = await db.sourceRecord.findMany({ where: { sourceEditionId }, select: { line: true, listingId: true } });
  return new Map(rows.map(({ line, listingId }) => [line, listingId]));
}

export const siteColumns = {
  name: true,
  unit: true,
  street: true,
  street2: true,
  city: true,
  state: true,
  zip: true,
  county: true,
  phone: true,
  phoneExtension: true,
  intakePhones: true,
} as const;

/** Every listing an import made. */
export async function knownSites(db: Db): Promise<KnownSite[]> {
  const rows = await db.listing.findMany({
    where: { siteKey: { not: null } },
    select: { id: true, slug: true, siteKey: true, status: true, staffFields: true, ...siteColumns },
    orderBy: { slug: "asc" },
  });
  const sheets = await db.factSheet.groupBy({ by: "listingId", where: { source: "samhsa" }, _max: { asOf: true } });
  const newest = new Map(sheets.map(({ listingId, _max }) => [listingId, _max.asOf]));
  return rows.map(({ id, slug, siteKey, status, staffFields, ...columns }) => {
    const asOf = newest.get(id);
    return {
      id,
      slug,
      // Keys of before said less.
      siteKey: siteKey && isSiteKey(siteKey) ? siteKey : siteKeyOf(columns),
      status,
      staffFields,
      columns,
      newestAsOf: asOf ? toIsoDate(asOf) : null,
    };
  });
}

/** Slugs that a new listing may not take: every one in use, and every former one, which redirects. */
export async function slugsInUse(db: Db): Promise<Set<string>> {
  const listings = await db.listing.findMany({ select: { slug: true } });
  const redirects = await db.slugRedirect.findMany({ where: { subject: "listing" }, select: { fromSlug: true } });
  return new Set([...listings.map(({ slug }) => slug), ...redirects.map(({ fromSlug }) => fromSlug)]);
}

/** Every license with the date (YYYY-MM-DD) of the edition its columns are from. */
export async function knownLicenses(db: Db): Promise<KnownLicense[]> {
  const rows = await db.license.findMany({
    select: { ...licenseColumns, sourceEdition: { select: { asOf: true } } },
    orderBy: { number: "asc" },
  });
  return rows.map(({ sourceEdition, expiresOn, ...columns }) => ({
    asOf: toIsoDate(sourceEdition.asOf),
    columns: { ...columns, expiresOn: expiresOn && toIsoDate(expiresOn) },
  }));
}

/** Any number all that find out what rows are share: importers, and staff who say that two listings are one. */
const LOCK = 7_311_202_601;

/** Waits until nobody else finds out what rows are, and keeps others waiting until the transaction ends. */
export async function holdStatements(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
}

/** A transaction lets go of its locks one by one when it ends, so whoever waited for another of them tries again. */
const MAX_TRIES = 20;

/** The same, waiting a fifth of a second at most: false while somebody else does. */
export async function tryToHoldStatements(tx: Db): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const [row] = await tx.$queryRaw<{ held: boolean }[]>`SELECT pg_try_advisory_xact_lock(${LOCK}) AS "held"`;
    if (row?.held || tries === MAX_TRIES) return row?.held ?? false;
    await tx.$executeRaw`SELECT pg_sleep(0.01)`;
  }
}

/** Identities that staff said are one place: the former and the later of each pair. */
export async function sameIdentities(db: Db): Promise<[former: string, later: string][]> {
  const rows = await db.duplicateDecision.findMany({
    where: { isSame: true },
    select: { formerIdentity: true, laterIdentity: true },
  });
  return rows.map(({ formerIdentity, laterIdentity }) => [formerIdentity, laterIdentity]);
}
