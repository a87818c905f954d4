import "server-only";
import { toCard } from "@/lib/facts/card";
import { resolveFacts } from "@/lib/facts/facts";
import { keyFactsOf } from "@/lib/facts/key-facts";
import { newestCovering } from "@/lib/listings/covering";
import { newestDirectories, newestStateLists } from "@/lib/listings/queries";
import { db, type Db } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import type { Band } from "./band";
import { daysOf, toComparedEdition, toFrozen, toFrozenEdition, toProgramCriteria, toRankRange } from "./frozen";
import type { GateReason } from "./gates";
import { standingWithin, type RankTally } from "./kinds";
import { toClaimsResidential, toRecordedLicense } from "./licenses";
import { criteriaByKey, methodChanged, weightChanges } from "./method-changes";
import { countMoves, movesBetween } from "./moves";
import { comparedEdition, criterionNames, differencesBetween, type ProposedChanges } from "./proposed-changes";
import { computeEdition } from "./ranking-edition";
import { rankingMethodSchema } from "./schema";
import { explainScore } from "./score";
import {
  comparedSelect,
  editionSelect,
  exclusionSelect,
  headSelect,
  inputSelect,
  hasPublic,
  isPublic,
  movesSelect,
  standingSelect,
  toEdition,
  toHead,
  toWithdrawn,
  withdrawnSelect,
  toInput,
} from "./select";
import { whatWouldChange } from "./what-would-change";
import type {
  Edition,
  EditionHead,
  EditionMoves,
  EditionRequest,
  NewestCounts,
  Standing,
  WithdrawnEntry,
} from "./types";

const newestFirst = { number: "desc" } as const;

/** The newest edition with every place it ranks, in order, and every place it does not, with the reason. */
export async function getNewestEdition(): Promise<Edition | null> {
  return getEdition(await getNewestNumber());
}

/**
 * One edition as it was frozen, each place with its criteria; null for a number that no edition has. Listings that
 * are no longer published are left out, but `rankedCount` and `excludedCount` still count them.
 * @param number a positive whole number within PostgreSQL's integer
 */
export async function getEdition(number: number): Promise<Edition | null> {
  return readEdition(number, isPublic);
}

/** The same with every listing that it named: those that are gone have no page, only their name and figures. */
export async function getWholeEdition(number: number): Promise<Edition | null> {
  return readEdition(number, {});
}

async function readEdition(number: number, where: Parameters<typeof editionSelect>[0]): Promise<Edition | null> {
  const row = await db.rankingEdition.findUnique({ where: { number }, select: editionSelect(where) });
  return row && toEdition(row, await tallyRanks(number));
}

/** Every edition, newest first, without its places. */
export async function listEditionHeads(): Promise<EditionHead[]> {
  // One frozen record has the day of all.
  const one = { take: 1, select: { criteria: true } } as const;
  const rows = await db.rankingEdition.findMany({
    orderBy: newestFirst,
    select: { ...headSelect, members: one, exclusions: one },
  });
  return rows.map((row) => toHead(row, daysOf(row.members[0] ?? row.exclusions[0], row.computedAt)));
}

/** The entries of whose listings none is published any more, without their identity; by rank. */
export async function listWithdrawnEntries(number: number): Promise<WithdrawnEntry[]> {
  const rows = await db.rankingEntry.findMany({
    where: { edition: { number }, NOT: hasPublic },
    orderBy: { position: "asc" },
    select: withdrawnSelect,
  });
  return rows.map(toWithdrawn);
}

/** The number of the newest edition; 0 before the first. Numbers run from 1 without gaps. */
export async function getNewestNumber(): Promise<number> {
  const newest = await db.rankingEdition.findFirst({ orderBy: newestFirst, select: { number: true } });
  return newest?.number ?? 0;
}

/** How many programs, also of each kind, and left-out places the newest edition has on its public lists; null before it. */
export async function countNewest(): Promise<NewestCounts | null> {
  const newest = { edition: { number: await getNewestNumber() } };
  const notRanked = await db.rankingExclusion.count({ where: { ...newest, ...isPublic } });
  const groups = await db.rankingEntry.groupBy({ by: ["kind"], where: { ...newest, ...hasPublic }, _count: true });
  if (notRanked === 0 && groups.length === 0) return null;
  const kinds = new Map(groups.map(({ kind, _count: count }) => [kind, count]));
  return { ranked: groups.reduce((sum, { _count: count }) => sum + count, 0), notRanked, kinds };
}

/**
 * How the places of an edition moved since the edition before; null for the first one, which has none.
 * @param listingId only the move of this place
 */
export async function getMoves(number: number, listingId?: string): Promise<EditionMoves | null> {
  const select = movesSelect(listingId);
  const find = (wanted: number) => db.rankingEdition.findUnique({ where: { number: wanted }, select });
  const [current, previous] = await Promise.all([find(number), find(number - 1)]);
  if (!current || !previous) return null;
  const isWanted = (each: { listingId: string; listing: { status: string } }) =>
    listingId ? each.listingId === listingId : each.listing.status === "published";
  const [after, before] = [toFrozenEdition(current, isWanted), toFrozenEdition(previous, isWanted)];
  const moves = movesBetween(before, after, await rankedBefore(db, number - 1, listingId));
  const ranked = [...previous.entries, ...current.entries].flatMap(({ members }) => members);
  const rows = [...ranked, ...current.exclusions];
  const listings = new Map(rows.map(({ listingId: id, listing }) => [id, toCard(listing)]));
  const named = [...moves].flatMap(([id, move]) => {
    const listing = listings.get(id);
    return listing ? [{ listing, move }] : [];
  });
  // A program moves as the first of its listings that is still published.
  const firsts = current.entries.flatMap(
    ({ members }) => members.find(({ listing }) => listing.status === "published") ?? [],
  );
  return {
    since: previous.number,
    moves: new Map(named.map(({ listing, move }) => [listing.slug, move])),
    counts: countMoves(
      moves,
      firsts.map((member) => member.listingId),
    ),
    left: named.filter(({ move }) => move.direction === "left").sort((a, b) => (a.move.from ?? 0) - (b.move.from ?? 0)),
    unpublishedCount: await countUnpublished(number),
    criterionNames: new Map([...criteriaByKey(after.method)].map(([key, { name }]) => [key, name])),
    methodVersions: { from: previous.method.version, to: current.method.version },
    weights: weightChanges(before.method, after.method),
    rate: { from: before.prior, to: after.prior },
  };
}

/** Who was ranked in any edition before this one. */
async function rankedBefore(tx: Db, number: number, listingId?: string): Promise<Set<string>> {
  const where = { edition: { number: { lt: number } }, ...(listingId ? { listingId } : {}), ...isPublic };
  const rows = await tx.rankingMember.findMany({ where, distinct: ["listingId"], select: { listingId: true } });
  return new Set(rows.map((row) => row.listingId));
}

/** How many listings the previous edition ranked that this one does not know and that are no longer published. */
async function countUnpublished(number: number): Promise<number> {
  const ofThis = { none: { edition: { number } } };
  const listing = { status: { not: "published" }, rankingMembers: ofThis, rankingExclusions: ofThis } as const;
  return db.rankingMember.count({ where: { edition: { number: number - 1 }, listing } });
}

/** The newest edition that a version of the method computed; null when none was. */
export async function getNewestEditionOf(methodVersion: number): Promise<Edition | null> {
  const newest = await db.rankingEdition.findFirst({
    where: { method: { version: methodVersion } },
    orderBy: newestFirst,
    select: { number: true },
  });
  return newest && getEdition(newest.number);
}

/** How many programs of each kind the edition ranks at each rank, published or not. */
async function tallyRanks(number: number): Promise<RankTally[]> {
  const groups = await db.rankingEntry.groupBy({ by: ["kind", "rank"], where: { edition: { number } }, _count: true });
  return groups.map(({ kind, rank, _count: count }) => ({ kind, rank, count }));
}

/** The rank of a published listing in the newest edition, and why; null when the edition does not know it. */
export async function getStanding(listingId: string): Promise<Standing | null> {
  const own = { where: { listingId, ...isPublic }, take: 1 };
  const row = await db.rankingEdition.findFirst({
    orderBy: newestFirst,
    select: {
      ...headSelect,
      method: { select: { version: true, definition: true } },
      members: { ...own, select: standingSelect },
      exclusions: { ...own, select: exclusionSelect },
    },
  });
  const found = row?.members[0] ?? row?.exclusions[0];
  if (!row || !found) return null;
  const frozen = toFrozen(found.criteria);
  const { judgedOn, stateListAsOf, input } = frozen;
  const criteria = "entry" in found ? toProgramCriteria(found.entry.criteria) : frozen.criteria;
  const method = rankingMethodSchema.parse(row.method.definition);
  const shared = {
    edition: toHead(row, { judgedOn, stateListAsOf }),
    method,
    change: whatWouldChange(method, frozen, criteria, row.prior),
    moves: await getMoves(row.number, listingId),
  };
  if ("reason" in found) {
    const { reason, detail } = found;
    const closedReason = input.closed?.reason ?? null;
    return { ...shared, status: "excluded", reason: reason as GateReason, detail, closedReason, criteria };
  }
  const { kind, position, rank, band, score, low, high, coverage, members } = found.entry;
  return {
    ...shared,
    status: "ranked",
    kind,
    position,
    rank,
    band: band as Band,
    within: standingWithin(kind, rank, await tallyRanks(row.number)),
    ranks: toRankRange(found.entry),
    license: toRecordedLicense(method, frozen, found.listing, today()),
    claimsResidential: toClaimsResidential(method, frozen),
    members: members.map(({ listing }) => toCard(listing)),
    facts: keyFactsOf(resolveFacts(input.sheets)),
    score: { score, low, high, coverage },
    breakdown: explainScore(criteria, row.prior),
  };
}

/**
 * The inputs that an edition of a county would be computed from now, and the ids of its listings by slug.
 * @param judgedOn the day closings are judged on, YYYY-MM-DD; licenses are judged on the day of the list they are in
 */
export async function readInputs(tx: Db, area: string, judgedOn: string) {
  const rows = await tx.listing.findMany({ where: { county: area, status: "published" }, select: inputSelect });
  const directories = await newestDirectories(tx);
  const inputs = {
    stateListAsOf: newestCovering(area, await newestStateLists(tx))?.asOf ?? null,
    listings: rows.map((row) => toInput(row, area, judgedOn, directories)),
  };
  return { inputs, ids: new Map(rows.map(({ id, slug }) => [slug, id])) };
}

/** The method that the next edition is computed by; null before the first is published. */
export async function newestMethod(tx: Db) {
  const row = await tx.rankingMethod.findFirst({
    where: { status: "published" },
    orderBy: { version: "desc" },
    select: { id: true, version: true, definition: true },
  });
  return row && { ...row, definition: rankingMethodSchema.parse(row.definition) };
}

/**
 * What a reader would see differently if an edition were published now, from the facts as `tx` sees them; null before
 * the first method. It writes nothing, so it may run in a transaction that is rolled back afterward.
 */
export async function proposedChanges(
  tx: Db,
  { area, judgedOn = today() }: EditionRequest,
): Promise<ProposedChanges | null> {
  const method = await newestMethod(tx);
  if (!method) return null;
  const { ids, inputs } = await readInputs(tx, area, judgedOn);
  const computed = computeEdition(method.definition, inputs);
  const newest = await tx.rankingEdition.findFirst({ where: { area }, orderBy: newestFirst, select: comparedSelect });
  const before = newest && toComparedEdition(newest);
  const now = comparedEdition(method.definition, computed, ids);
  const earlier = newest ? await rankedBefore(tx, newest.number) : new Set<string>();
  const differences = differencesBetween(before, now, earlier);
  return {
    area,
    judgedOn,
    since: newest?.number ?? null,
    checksum: { from: newest?.inputsChecksum ?? null, to: computed.checksum },
    methodVersion: { from: newest?.method.version ?? null, to: method.version },
    methodChanged: before !== null && methodChanged(before.method, now.method),
    ranked: { from: before?.programs.length ?? 0, to: now.programs.length },
    ...differences,
    criterionNames: criterionNames(differences, now.method),
  };
}
