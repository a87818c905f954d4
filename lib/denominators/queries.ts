import "server-only";
import { RESIDENTIAL_CLASSES } from "@/lib/facts/license-class";
import { isOwnLicense, isPublic } from "@/lib/facts/select";
import { newestCovering } from "@/lib/listings/covering";
import { newestStateLists } from "@/lib/listings/queries";
import { GATE_REASONS } from "@/lib/rankings/gates";
import { db, type Prisma } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import type { BedCounts, Denominators } from "./types";

const ofPublished = { listing: isPublic } as const;

/** How much the newest edition covers of what we know; null before the first. */
export async function getDenominators(): Promise<Denominators | null> {
  const edition = await db.rankingEdition.findFirst({
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      area: true,
      _count: { select: { entries: { where: { members: { some: ofPublished } } } } },
    },
  });
  if (!edition) return null;
  const { id: editionId, number, area, _count } = edition;
  const published = { county: area, ...isPublic };
  const [known, fromStateList, rankedMembers, reasons] = await Promise.all([
    db.listing.count({ where: published }),
    db.listing.count({ where: { knownByLicense: { not: null }, ...published } }),
    db.rankingMember.count({ where: { editionId, ...ofPublished } }),
    db.rankingExclusion.groupBy({ by: "reason", where: { editionId, ...ofPublished }, _count: true }),
  ]);
  const countOf = new Map(reasons.map(({ reason, _count: count }) => [reason, count]));
  const notRanked = GATE_REASONS.map((reason) => ({ reason, count: countOf.get(reason) ?? 0 }));
  const judged = notRanked.reduce((sum, { count }) => sum + count, rankedMembers);
  return {
    editionNumber: number,
    known,
    fromStateList,
    rankedPrograms: _count.entries,
    rankedMembers,
    notRanked: notRanked.filter(({ count }) => count > 0),
    notJudged: Math.max(0, known - judged),
    beds: await countBeds(editionId, area),
  };
}

async function countBeds(editionId: string, area: string): Promise<BedCounts | null> {
  const list = newestCovering(area, await newestStateLists(db));
  if (!list) return null;
  const asOf = fromIsoDate(list.asOf);
  const sum = async (matched: Prisma.ListingWhereInput | null) => {
    const { _sum } = await db.license.aggregate({
      where: {
        county: area,
        settingCode: { in: [...RESIDENTIAL_CLASSES] },
        sourceEdition: { asOf },
        OR: [{ expiresOn: null }, { expiresOn: { gte: asOf } }],
        ...(matched && { matches: { some: { ...isOwnLicense, listing: { ...matched, ...isPublic } } } }),
      },
      _sum: { capacity: true },
    });
    return _sum.capacity ?? 0;
  };
  const ranked = { rankingMembers: { some: { editionId } } };
  return { listDay: list.asOf, licensed: await sum(null), listed: await sum({}), ranked: await sum(ranked) };
}
