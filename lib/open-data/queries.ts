import "server-only";
import { getMethod } from "@/lib/methods/queries";
import { getEdition, getNewestEdition, listEditionHeads, listWithdrawnEntries } from "@/lib/rankings/queries";
import type { EditionHead } from "@/lib/rankings/types";
import { isPublic } from "@/lib/facts/select";
import { db } from "@/lib/server/db";
import { siteUrl } from "@/lib/server/env";
import { etagOf, type OpenDocument } from "@/lib/server/open-endpoint";
import { dayOf, toIsoDate } from "@/lib/shared/dates";
import { OPEN_AREA } from "./open-area";
import { aboutFor } from "./about";
import { editionCsv, editionIndexCsv } from "./csv";
import { editionDocument, editionIndexDocument, methodDocument } from "./documents";
import type { OpenFormat } from "./format";
import { hsdsArchive } from "./hsds/archive";
import { hsdsDataset, type HsdsDataset } from "./hsds/dataset";
import { PROFILE_FILES, profileDocument, rootDocument } from "./hsds/profile";
import { indexDocument } from "./index-document";
import { listingsCsv } from "./listing-csv";
import { listingsDocument, stateListDay } from "./listing-documents";
import { openapiDocument } from "./openapi";
import type { PageRequest } from "./pages";
import { rankingsBySlug } from "./rankings-by-slug";
import { inParts, keepRenderings } from "./renderings";
import { openListingSelect, toOpenListing } from "./select";
import type { OpenRecords, SourceFile } from "./types";

/**
 * Also for an edition: its figures never change, but the names are today's. A corrected or removed name must show
 * within minutes; with the ETag a client that asks more often gets a short answer.
 */
const MAY_CHANGE = "public, max-age=60, s-maxage=300, stale-while-revalidate=3600";
/** A published method never changes. */
const FOREVER = "public, max-age=31536000, immutable";

const TYPE = { json: "application/json", csv: "text/csv; charset=utf-8; header=present" } as const;

/** The newest edition; null before the first. */
export async function readNewestEdition(format: OpenFormat): Promise<OpenDocument | null> {
  const newest = await db.rankingEdition.findFirst({
    where: { area: OPEN_AREA.name },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return newest && readEdition(newest.number, format);
}

/** One edition; null when there is none of that number. */
export async function readEdition(number: number, format: OpenFormat): Promise<OpenDocument | null> {
  const exists = await db.rankingEdition.findUnique({ where: { number, area: OPEN_AREA.name }, select: { id: true } });
  if (!exists) return null;
  const body = await kept(`${number} ${format} ${await publishedState(number)}`, () => renderEdition(number, format));
  const fileName = format === "csv" ? `rankings-${OPEN_AREA.slug}-edition-${number}.csv` : undefined;
  return { ...body, type: TYPE[format], cacheControl: MAY_CHANGE, fileName };
}

export async function readEditionIndex(format: OpenFormat): Promise<OpenDocument> {
  const heads = await listEditionHeads();
  const document = editionIndexDocument(
    siteUrl(),
    heads.filter(({ area }) => area === OPEN_AREA.name),
  );
  const body = format === "csv" ? editionIndexCsv(document) : JSON.stringify(document);
  const fileName = format === "csv" ? `rankings-${OPEN_AREA.slug}-editions.csv` : undefined;
  return { body, etag: etagOf(body), type: TYPE[format], cacheControl: MAY_CHANGE, fileName };
}

/** One published method; null when there is none of that version. */
export async function readMethod(version: number): Promise<OpenDocument | null> {
  const method = await getMethod(version);
  if (!method) return null;
  const body = JSON.stringify(methodDocument(siteUrl(), method));
  return { body, etag: etagOf(body), type: TYPE.json, cacheControl: FOREVER };
}

/** Of each public source the newest file that an edition could be computed from. */
export async function readSourceFiles({ area, computedAt }: EditionHead): Promise<SourceFile[]> {
  const rows = await db.sourceEdition.findMany({
    where: {
      county: { in: ["", area] },
      importedAt: { lte: computedAt },
      // A file that was taken back later was still read at that time.
      OR: [{ takenBackAt: null }, { takenBackAt: { gt: computedAt } }],
    },
    orderBy: [{ asOf: "desc" }, { importedAt: "desc" }],
    distinct: ["source"],
    select: { source: true, edition: true, asOf: true, asOfPrecision: true, importedAt: true },
  });
  return rows.map(({ asOf, importedAt, ...file }) => ({
    ...file,
    asOf: toIsoDate(asOf),
    importedOn: dayOf(importedAt),
  }));
}

export function readOpenapi(): OpenDocument {
  return jsonOf(openapiDocument(siteUrl()));
}

export function readIndex(): OpenDocument {
  return jsonOf(indexDocument(siteUrl()));
}

/** A page of the published places; null when there is no such page. */
export async function readListings(request: PageRequest): Promise<OpenDocument | null> {
  const { state, records } = await readRecords();
  const { page, size } = request;
  const body = await kept(`listings ${page} ${size} ${state}`, async () => {
    const document = listingsDocument(siteUrl(), records, request);
    return rendered(page > document.pages ? "" : JSON.stringify(document));
  });
  return body.body === "" ? null : { ...body, type: TYPE.json, cacheControl: MAY_CHANGE };
}

/** All published places as one table. */
export async function readListingsTable(): Promise<OpenDocument> {
  const { state, records } = await readRecords();
  const about = aboutFor(siteUrl(), stateListDay(records));
  const body = await kept(`listings csv ${state}`, async () =>
    rendered(await inParts(listingsCsv(siteUrl(), about, records))),
  );
  return { ...body, type: TYPE.csv, cacheControl: MAY_CHANGE, fileName: "listings.csv" };
}

/** What `answer` makes of the records in the shapes of HSDS; null when it makes nothing of them. */
export async function readHsds(answer: (dataset: HsdsDataset) => object | null): Promise<OpenDocument | null> {
  const { dataset } = await readDataset();
  const document = answer(dataset);
  return document && jsonOf(document);
}

export function readHsdsRoot(): OpenDocument {
  return jsonOf(rootDocument(siteUrl()));
}

export async function readHsdsProfile(): Promise<OpenDocument> {
  const { dataset, records } = await readDataset();
  return jsonOf(profileDocument(dataset, aboutFor(siteUrl(), stateListDay(records))));
}

/** What our profile changes in a file of HSDS; null for one that it leaves as it is. */
export function readHsdsPatch(file: string): OpenDocument | null {
  const patch = PROFILE_FILES.get(file);
  return patch ? jsonOf(patch) : null;
}

/** All tables of HSDS in one file. */
export async function readHsdsArchive(): Promise<OpenDocument<Uint8Array<ArrayBuffer>>> {
  const { state, dataset, records } = await readDataset();
  const about = aboutFor(siteUrl(), stateListDay(records));
  const body = await keptArchive(state, async () => rendered(await hsdsArchive(dataset, about)));
  return { ...body, type: "application/zip", cacheControl: MAY_CHANGE, fileName: "hsds.zip" };
}

async function readDataset() {
  const { state, records } = await readRecords();
  const dataset = await keptDataset(state, async () => hsdsDataset(siteUrl(), records));
  return { state, records, dataset };
}

async function readRecords(): Promise<{ state: string; records: OpenRecords }> {
  const state = await recordsState();
  return { state, records: await keptRecords(state, renderRecords) };
}

async function renderRecords(): Promise<OpenRecords> {
  const [rows, edition] = await Promise.all([
    db.listing.findMany({ where: isPublic, select: openListingSelect, orderBy: { slug: "asc" } }),
    getNewestEdition(),
  ]);
  const rankings = edition ? rankingsBySlug(edition) : new Map<string, never>();
  return { edition, listings: rows.map((row) => ({ ...toOpenListing(row), ranking: rankings.get(row.slug) ?? null })) };
}

/**
 * Changes when a row changes that the records are made of, whoever wrote it: the database gives each version of a row
 * another pair of transaction and place.
 */
async function recordsState(): Promise<string> {
  const [row] = await db.$queryRaw<{ state: string }[]>`
    SELECT concat_ws(' ',
      (SELECT concat(count(*), ':', sum(hashtextextended(concat(xmin, ctid), 0))) FROM "Listing"),
      (SELECT concat(count(*), ':', sum(hashtextextended(concat(xmin, ctid), 0))) FROM "FactSheet"),
      (SELECT concat(count(*), ':', sum(hashtextextended(concat(xmin, ctid), 0))) FROM "Operator"),
      (SELECT concat(count(*), ':', sum(hashtextextended(concat(xmin, ctid), 0))) FROM "License"),
      (SELECT concat(count(*), ':', sum(hashtextextended(concat(xmin, ctid), 0))) FROM "LicenseMatch"),
      (SELECT concat(count(*), ':', sum(hashtextextended(concat(xmin, ctid), 0))) FROM "SourceEdition"),
      (SELECT max("number") FROM "RankingEdition")) AS "state"`;
  return row?.state ?? "";
}

async function renderEdition(number: number, format: OpenFormat) {
  const [edition, withdrawn] = await Promise.all([getEdition(number), listWithdrawnEntries(number)]);
  const method = edition && (await getMethod(edition.methodVersion));
  if (!edition || !method) throw new Error(`Edition ${number} is there without its places or its method.`);
  const document = editionDocument(siteUrl(), { edition, method, withdrawn });
  return rendered(format === "csv" ? editionCsv(document) : JSON.stringify(document));
}

/**
 * Changes when anything changes that an answer shows of the edition's listings: which are published, and their columns.
 */
async function publishedState(number: number): Promise<string> {
  const some = { some: { edition: { number } } };
  const states = await Promise.all(
    [{ rankingMembers: some }, { rankingExclusions: some }].map((within) =>
      db.listing.aggregate({ where: { ...within, status: "published" }, _count: true, _max: { updatedAt: true } }),
    ),
  );
  return states.map(({ _count, _max }) => `${_count} ${_max.updatedAt?.toISOString() ?? ""}`).join(" ");
}

function jsonOf(document: object): OpenDocument {
  return { ...rendered(JSON.stringify(document)), type: TYPE.json, cacheControl: MAY_CHANGE };
}

function rendered<Body extends string | Uint8Array<ArrayBuffer>>(body: Body) {
  return { body, etag: etagOf(body) };
}

/** Half a megabyte each of the editions, up to four of the places. */
const kept = keepRenderings<ReturnType<typeof rendered<string>>>(8);
const keptRecords = keepRenderings<OpenRecords>(1);
const keptDataset = keepRenderings<HsdsDataset>(1);
const keptArchive = keepRenderings<ReturnType<typeof rendered<Uint8Array<ArrayBuffer>>>>(1);
