import "server-only";
import { getMethod } from "@/lib/methods/queries";
import { getEdition, listEditionHeads, listWithdrawnEntries } from "@/lib/rankings/queries";
import type { EditionHead } from "@/lib/rankings/types";
import { db } from "@/lib/server/db";
import { siteUrl } from "@/lib/server/env";
import { etagOf, type OpenDocument } from "@/lib/server/open-endpoint";
import { dayOf, toIsoDate } from "@/lib/shared/dates";
import { OPEN_AREA } from "./open-area";
import { editionCsv, editionIndexCsv } from "./csv";
import { editionDocument, editionIndexDocument, methodDocument } from "./documents";
import type { OpenFormat } from "./format";
import { openapiDocument } from "./openapi";
import type { SourceFile } from "./types";

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
  const body = JSON.stringify(openapiDocument(siteUrl()));
  return { body, etag: etagOf(body), type: TYPE.json, cacheControl: MAY_CHANGE };
}

async function renderEdition(number: number, format: OpenFormat) {
  const [edition, withdrawn] = await Promise.all([getEdition(number), listWithdrawnEntries(number)]);
  const method = edition && (await getMethod(edition.methodVersion));
  if (!edition || !method) throw new Error(`Edition ${number} is there without its places or its method.`);
  const document = editionDocument(siteUrl(), { edition, method, withdrawn });
  const body = format === "csv" ? editionCsv(document) : JSON.stringify(document);
  return { body, etag: etagOf(body) };
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

type Rendered = Awaited<ReturnType<typeof renderEdition>>;

/** Half a megabyte each. A process keeps the few that were asked for last, by a key that says what they show. */
const renderings = new Map<string, Promise<Rendered>>();
const MAX_KEPT = 8;

function kept(key: string, render: () => Promise<Rendered>): Promise<Rendered> {
  const rendering = renderings.get(key) ?? render();
  // Last asked for, last in the map.
  renderings.delete(key);
  renderings.set(key, rendering);
  rendering.catch(() => renderings.delete(key));
  for (const oldest of renderings.keys()) if (renderings.size > MAX_KEPT) renderings.delete(oldest);
  return rendering;
}
