import "server-only";
import { db, type Prisma } from "@/lib/server/db";
import { literalInLike } from "@/lib/shared/like";
import { isSlug } from "@/lib/shared/slug";
import { resolveFacts } from "./facts";
import { codesOf } from "./filter-labels";
import { FACT_GROUPS } from "./filter-options";
import { PAGE_SIZE, type ListingFilters } from "./filters";
import { answerOf, keyFactsOf } from "./key-facts";
import type { Cursor } from "./search-cursor";
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

/** One page of the places that fit. Facts are resolved here: which source's answer counts is one tested rule. */
export async function searchListings(filters: ListingFilters): Promise<ListingSearchResult> {
  const sort = filters.sort === "name" ? "name" : "rank";
  const fitting = (await findCandidates(filters.text)).filter((place) => fits(filters, place));
  const ordered = fitting.map((place) => ({ place, key: keyOf(sort, place) })).sort((a, b) => compare(a.key, b.key));
  const after = filters.after?.sort === sort ? filters.after : null;
  const behind = after ? ordered.findIndex(({ key }) => compare(key, after) > 0) : 0;
  const from = behind < 0 ? ordered.length : behind;
  const start = after?.direction === "previous" ? Math.max(0, from - 1 - PAGE_SIZE) : from;
  const shown = ordered.slice(start, start + PAGE_SIZE);
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    hits: shown.map(({ place }) => place.hit),
    total: ordered.length,
    previous: first && start > 0 ? { direction: "previous", sort, ...first.key } : null,
    next: last && start + PAGE_SIZE < ordered.length ? { direction: "next", sort, ...last.key } : null,
  };
}

async function findCandidates(text: string) {
  const newest = await db.rankingEdition.findFirst({ orderBy: { number: "desc" }, select: { id: true } });
  const rows = await db.listing.findMany({
    where: { AND: wordsOf(text).map(matchesWord), ...isPublic },
    select: {
      ...cardSelect,
      factSheets: { select: sheetSelect },
      rankingEntries: {
        where: { edition: { id: newest?.id ?? NO_EDITION } },
        select: { position: true, rank: true, band: true },
      },
    },
  });
  return rows.map(({ factSheets, rankingEntries: [entry], ...row }) => {
    const facts = resolveFacts(factSheets.map(toSheet));
    const standing = { rank: entry?.rank ?? null, band: entry?.band ?? null };
    const hit = { ...toCard(row), facts: keyFactsOf(facts), ...standing };
    return { hit, facts, position: entry?.position ?? null };
  });
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

function fits(filters: ListingFilters, { hit, facts }: Candidate): boolean {
  const kinds: readonly string[] = filters.kind;
  if (kinds.length > 0 && !kinds.includes(hit.kind)) return false;
  const accepted = filters.includeUnknown ? ["yes", "unknown"] : ["yes"];
  return FACT_GROUPS.every((group) => {
    const chosen = filters[group];
    return chosen.length === 0 || chosen.some((option) => accepted.includes(answerOf(facts, codesOf(group, option))));
  });
}

type Key = Pick<Cursor, "number" | "name">;

function keyOf(sort: "rank" | "name", { hit, position }: Candidate): Key {
  return { number: sort === "rank" ? position : null, name: `${hit.name} ${hit.slug}` };
}

/** What has no number comes last. */
function compare(a: Key, b: Key): number {
  const [first, second] = [a.number ?? Infinity, b.number ?? Infinity];
  return first === second ? a.name.localeCompare(b.name, "en") : first < second ? -1 : 1;
}
