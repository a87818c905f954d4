import "server-only";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { isSlug } from "@/lib/shared/slug";
import type { ImportedEdition } from "./covering";
import type { DirectoryEdition } from "./left-out";
import { slugOfLicensee } from "@/lib/licensed-listings/queries";
import { TITLE_COLUMNS, tellingApart } from "@/lib/facts/listing-title";
import { presenceOf, PRESENCE_COLUMNS, type Presence } from "@/lib/facts/presence";
import { isPublic } from "@/lib/facts/select";
import { detailSelect, toDetail } from "./select";
import type { ListingLookup } from "./types";

/** What /listings/`slug` leads to: the listing, its new slug, a removed listing, or nothing. */
export async function findListing(slug: string): Promise<ListingLookup> {
  if (!isSlug(slug)) return { state: "unknown" };
  const row = await db.listing.findUnique({ where: { slug, ...isPublic }, select: detailSelect });
  if (row) {
    const [directories, stateLists] = await Promise.all([newestDirectories(db), newestStateLists(db)]);
    return { state: "published", listing: toDetail(row, directories, stateLists) };
  }
  // First of all: a listing that is one with another by now stays on record under its address, which leads on.
  const moved = await currentSlugOf(slug);
  if (moved) return { state: "moved", slug: moved };
  const licensee = await slugOfLicensee(slug);
  if (licensee && licensee !== slug) return { state: "moved", slug: licensee };
  const archived = await db.listing.findUnique({ where: { slug, status: "archived" }, select: { name: true } });
  return archived ? { state: "archived", name: archived.name } : { state: "unknown" };
}

async function currentSlugOf(fromSlug: string): Promise<string | null> {
  const key = { subject_fromSlug: { subject: "listing", fromSlug } } as const;
  const redirect = await db.slugRedirect.findUnique({ where: key, select: { subjectId: true } });
  if (!redirect) return null;
  // Redirects to archived listings count too: their page says that they are gone.
  const status = { in: ["published", "archived"] } satisfies Prisma.EnumPublicationStatusFilter;
  const target = await db.listing.findFirst({ where: { id: redirect.subjectId, status }, select: { slug: true } });
  return target?.slug ?? null;
}

/**
 * What tells each of these listings from others of its name, by id and by slug: for lists that were written down with
 * names alone.
 */
export async function tellListingsApart(by: { id: string[] } | { slug: string[] }): Promise<Map<string, string>> {
  const where = "id" in by ? { id: { in: by.id } } : { slug: { in: by.slug } };
  const rows = await db.listing.findMany({
    where,
    select: { id: true, slug: true, ...TITLE_COLUMNS, ...PRESENCE_COLUMNS },
  });
  return new Map(rows.flatMap((row) => [row.id, row.slug].map((key) => [key, tellingApart(row)] as const)));
}

/** Every published listing with the ISO moment when it, an answer or a check of it last changed; by slug. */
export async function listChanges(): Promise<{ slug: string; changedAt: string }[]> {
  const newest = { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } } as const;
  const rows = await db.listing.findMany({
    where: isPublic,
    select: { slug: true, updatedAt: true, factSheets: newest },
    orderBy: { slug: "asc" },
  });
  return rows.map(({ slug, updatedAt, factSheets }) => {
    const moments = [updatedAt, ...factSheets.map(({ createdAt }) => createdAt)].map((moment) => moment.toISOString());
    return { slug, changedAt: moments.toSorted().at(-1)! };
  });
}

/** The newest edition of the federal directory of each county it was imported for. */
export async function newestDirectories(tx: Db): Promise<DirectoryEdition[]> {
  return newestEditions(tx, "samhsa");
}

/** The newest edition of the state's list of each county it was imported for. */
export async function newestStateLists(tx: Db): Promise<ImportedEdition[]> {
  return newestEditions(tx, "dhcs");
}

async function newestEditions(tx: Db, source: "samhsa" | "dhcs"): Promise<ImportedEdition[]> {
  const editions = await tx.sourceEdition.findMany({
    where: { source, takenBackAt: null },
    select: { county: true, asOf: true, asOfPrecision: true },
    distinct: ["county"],
    orderBy: [{ county: "asc" }, { asOf: "desc" }],
  });
  return editions.map((edition) => ({ ...edition, asOf: toIsoDate(edition.asOf) }));
}

/** What has become of each listing that has or had one of these slugs; a slug that no listing had is left out. */
export async function findPresences(slugs: readonly string[]): Promise<Map<string, Presence>> {
  if (slugs.length === 0) return new Map();
  const redirects = await db.slugRedirect.findMany({
    where: { subject: "listing", fromSlug: { in: [...slugs] } },
    select: { fromSlug: true, subjectId: true },
  });
  const rows = await db.listing.findMany({
    where: { OR: [{ slug: { in: [...slugs] } }, { id: { in: redirects.map(({ subjectId }) => subjectId) } }] },
    select: { id: true, slug: true, ...PRESENCE_COLUMNS },
  });
  const ofId = new Map(rows.map((row) => [row.id, presenceOf(row)]));
  const former = redirects.map(({ fromSlug, subjectId }) => [fromSlug, ofId.get(subjectId) ?? "gone"] as const);
  const own = rows.map((row) => [row.slug, presenceOf(row)] as const);
  // What leads on has become what it leads to, though a listing may be kept on record under it.
  return new Map([...own, ...former]);
}
