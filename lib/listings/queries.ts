import "server-only";
import { db, type Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { isSlug } from "@/lib/shared/slug";
import type { DirectoryEdition } from "./left-out";
import { presenceOf, PRESENCE_COLUMNS, type Presence } from "@/lib/facts/presence";
import { isPublic } from "@/lib/facts/select";
import { detailSelect, toDetail } from "./select";
import type { ListingLookup } from "./types";

/** What /listings/`slug` leads to: the listing, its new slug, a removed listing, or nothing. */
export async function findListing(slug: string): Promise<ListingLookup> {
  if (!isSlug(slug)) return { state: "unknown" };
  const row = await db.listing.findUnique({ where: { slug, ...isPublic }, select: detailSelect });
  if (row) return { state: "published", listing: toDetail(row, await newestDirectories()) };
  const archived = await db.listing.findUnique({ where: { slug, status: "archived" }, select: { name: true } });
  if (archived) return { state: "archived", name: archived.name };
  const moved = await currentSlugOf(slug);
  return moved ? { state: "moved", slug: moved } : { state: "unknown" };
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

/** The newest edition of the federal directory of each county it was imported for. */
export async function newestDirectories(): Promise<DirectoryEdition[]> {
  const editions = await db.sourceEdition.findMany({
    where: { source: "samhsa", takenBackAt: null },
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
  return new Map([...former, ...rows.map((row) => [row.slug, presenceOf(row)] as const)]);
}
