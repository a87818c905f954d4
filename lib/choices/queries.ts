import "server-only";
import { toNamed, type NamedListing } from "@/lib/facts/listing-title";
import { IS_OPEN, withPresence } from "@/lib/facts/presence";
import { findListing, newestStateLists } from "@/lib/listings/queries";
import type { ListingFilters } from "@/lib/search/filters";
import { db } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import type { Coordinates } from "@/lib/shared/geo";
import { literalInLike } from "@/lib/shared/like";
import type { ChosenSlugs } from "./paths";
import { isPublic } from "@/lib/facts/select";
import { candidateSelect, nameSelect, listingSelect, toCandidate, toListing } from "./select";
import { nextListings, type Candidate, type NextListings } from "./next-listings";
import type { AskableChoice, Choice, ChosenListing } from "./types";

/** How many places a name may find; the search finds more. */
const FOUND_BY_NAME = 8;

/** The places a URL names, in its order, `limit` at most, and what became of the other names. */
export async function findChoice({ slugs, repeated, unreadable }: ChosenSlugs, limit: number): Promise<Choice> {
  const direct = await listingsAt(slugs);
  const fates = new Map(
    await Promise.all(
      slugs.filter((slug) => !direct.has(slug)).map(async (slug) => [slug, await fateOf(slug)] as const),
    ),
  );
  const moved = [...fates.values()].map(({ slug }) => slug).filter((slug) => slug !== undefined);
  const places = new Map([...direct, ...(await listingsAt(moved))]);
  const wanted = slugs.map((slug) => fates.get(slug)?.slug ?? slug).filter((slug) => places.has(slug));
  const chosen = [...new Set(wanted)].map((slug) => places.get(slug)).filter((place) => place !== undefined);
  const lost = [...fates.values()].filter(({ slug }) => !slug);
  const archived = lost.map((fate) => fate.archived).filter((name) => name !== undefined);
  return {
    places: chosen.slice(0, limit),
    leftOut: chosen.slice(limit).map(toNamed),
    archived: [...new Set(archived)],
    unknown: unreadable || archived.length < lost.length,
    repeated: repeated || chosen.length < wanted.length,
  };
}

/** Like `findChoice`, with only the places that can be asked; the closed ones are in `closed`. */
export async function findAskable(named: ChosenSlugs, limit: number): Promise<AskableChoice> {
  const { places, leftOut, ...notes } = await findChoice(named, limit);
  const closed = [...places, ...leftOut].filter(({ presence }) => presence !== "open");
  return {
    ...notes,
    places: places.filter(({ presence }) => presence === "open"),
    leftOut: leftOut.filter(({ presence }) => presence === "open"),
    closed: closed.map(toNamed),
  };
}

async function listingsAt(slugs: readonly string[]): Promise<Map<string, ChosenListing>> {
  if (slugs.length === 0) return new Map();
  const [rows, stateLists] = await Promise.all([
    db.listing.findMany({ where: { slug: { in: [...slugs] }, ...isPublic }, select: listingSelect }),
    newestStateLists(db),
  ]);
  const day = today();
  return new Map(rows.map((row) => [row.slug, toListing(row, stateLists, day)]));
}

/** For a slug without a published listing: its listing under a new slug, or the name of one that was taken down. */
async function fateOf(slug: string): Promise<{ slug?: string; archived?: string }> {
  const found = await findListing(slug);
  const end = found.state === "moved" ? await findListing(found.slug) : found;
  if (end.state === "published") return { slug: end.listing.slug };
  return end.state === "archived" ? { archived: end.name } : {};
}

/**
 * Listings whose name has every word, sorted by name, so that a person can add one.
 * @param which all that are listed, or those that can be asked
 */
export async function findListingsNamed(text: string, which: "listed" | "open" = "listed"): Promise<NamedListing[]> {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [];
  const anywhere = (word: string) => ({ contains: literalInLike(word), mode: "insensitive" }) as const;
  const rows = await db.listing.findMany({
    where: {
      AND: words.map((word) => ({
        OR: [{ name: anywhere(word) }, { unit: anywhere(word) }, { city: anywhere(word) }],
      })),
      ...(which === "open" ? IS_OPEN : isPublic),
    },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
    take: FOUND_BY_NAME,
    select: nameSelect,
  });
  return rows.map(withPresence);
}

/** Which places to try next, from these on (lib/choices/next-listings). */
export async function findNext(
  chosen: readonly ChosenListing[],
  from: Coordinates | null,
  asked: ListingFilters,
): Promise<NextListings> {
  return nextListings(chosen, chosen.length > 0 ? await findCandidates() : [], from, asked);
}

/** The newest edition's places that are open, best first, with the facts of today. */
export async function findCandidates(): Promise<Candidate[]> {
  const newest = await db.rankingEdition.findFirst({ orderBy: { number: "desc" }, select: { id: true } });
  if (!newest) return [];
  const members = await db.rankingMember.findMany({
    where: { editionId: newest.id, listing: IS_OPEN },
    orderBy: [{ entry: { position: "asc" } }, { place: "asc" }],
    select: candidateSelect,
  });
  return members.map(toCandidate);
}
