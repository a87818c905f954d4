import "server-only";
import { db, type Prisma } from "@/lib/server/db";
import { literalInLike } from "@/lib/shared/like";
import { isSlug } from "@/lib/shared/slug";
import { resolveFacts } from "./facts";
import { factsMatch, PAGE_SIZE, type ListingFilters } from "./filters";
import { keyFactsOf } from "./key-facts";
import { cardSelect, detailSelect, isPublic, sheetSelect, toCard, toDetail, toSheet } from "./select";
import type { ListingLookup, ListingSearchResult } from "./types";

/** What stands at /listings/`slug`: the place, its new address, a removed place, or nothing. */
export async function findListing(slug: string): Promise<ListingLookup> {
  if (!isSlug(slug)) return { state: "unknown" };
  const row = await db.listing.findUnique({ where: { slug, ...isPublic }, select: detailSelect });
  if (row) return { state: "published", listing: toDetail(row) };
  const archived = await db.listing.findUnique({ where: { slug, status: "archived" }, select: { name: true } });
  if (archived) return { state: "archived", name: archived.name };
  const moved = await currentSlugOf(slug);
  return moved ? { state: "moved", slug: moved } : { state: "unknown" };
}

async function currentSlugOf(fromSlug: string): Promise<string | null> {
  const key = { subject_fromSlug: { subject: "listing", fromSlug } } as const;
  const redirect = await db.slugRedirect.findUnique({ where: key, select: { subjectId: true } });
  if (!redirect) return null;
  // Archived places are followed too: their page says that they are gone.
  const status = { in: ["published", "archived"] } satisfies Prisma.EnumPublicationStatusFilter;
  const target = await db.listing.findFirst({ where: { id: redirect.subjectId, status }, select: { slug: true } });
  return target?.slug ?? null;
}

/**
 * One page of the places that fit. Facts are resolved here, not in SQL: which source's answer counts is one tested rule.
 * A page beyond the last answers with the last.
 */
export async function searchListings(filters: ListingFilters): Promise<ListingSearchResult> {
  const fitting = (await findCandidates(filters)).filter(({ facts }) => factsMatch(filters, facts));
  const pages = Math.max(1, Math.ceil(fitting.length / PAGE_SIZE));
  const page = Math.min(filters.page, pages);
  const shown = [...fitting].sort(filters.sort === "name" ? byName : byPosition);
  return { hits: shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), total: fitting.length, page, pages };
}

async function findCandidates(filters: ListingFilters) {
  const newest = await db.rankingEdition.findFirst({ orderBy: { number: "desc" }, select: { id: true } });
  const rows = await db.listing.findMany({
    where: { AND: wordsOf(filters.text).map(matchesWord), ...(filters.kind && { kind: filters.kind }), ...isPublic },
    select: {
      ...cardSelect,
      factSheets: { select: sheetSelect },
      rankingEntries: {
        where: { edition: { id: newest?.id ?? NO_EDITION } },
        select: { position: true, rank: true, band: true },
      },
    },
  });
  return rows.map(({ factSheets, rankingEntries: [entry], ...row }) => ({
    ...toCard(row),
    facts: keyFactsOf(resolveFacts(factSheets.map(toSheet))),
    position: entry?.position ?? Infinity,
    rank: entry?.rank ?? null,
    band: entry?.band ?? null,
  }));
}

type Candidate = Awaited<ReturnType<typeof findCandidates>>[number];

/** An id no edition has, so that nothing is ranked before the first edition. */
const NO_EDITION = "00000000-0000-0000-0000-000000000000";

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== "");

function matchesWord(word: string): Prisma.ListingWhereInput {
  const contains = literalInLike(word);
  const anywhere = { contains, mode: "insensitive" } as const;
  return { OR: [{ name: anywhere }, { unit: anywhere }, { city: anywhere }, { zip: { startsWith: contains } }] };
}

const byName = (a: Candidate, b: Candidate) => a.name.localeCompare(b.name, "en") || a.slug.localeCompare(b.slug, "en");
const byPosition = (a: Candidate, b: Candidate) =>
  a.position === b.position ? byName(a, b) : a.position < b.position ? -1 : 1;
