import "server-only";
import { resolveFacts } from "@/lib/facts/facts";
import type { ListingFilters } from "./filters";
import type { NotRankedReason } from "@/lib/facts/not-ranked";
import type { WhoNote } from "@/lib/facts/who-can-go";
import { toCard, type CardRow } from "@/lib/facts/card";
import { sheetSelect } from "@/lib/facts/select";
import type { Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { METERS_PER_MILE } from "@/lib/shared/geo";
import { answersTo } from "./answered";
import type { EntryLicense, EntrySource } from "./entry";
import { keyFactsOf } from "./entry-facts";
import type { SearchHit } from "./types";

/** An id that no edition has: before the first edition nothing is ranked. */
const NO_EDITION = "00000000-0000-0000-0000-000000000000";

/** What an entry is derived from. */
export function sourceSelect(newestEditionId: string | null) {
  return {
    id: true,
    slug: true,
    name: true,
    unit: true,
    street: true,
    city: true,
    zip: true,
    phone: true,
    intakePhones: true,
    kind: true,
    latitude: true,
    longitude: true,
    positionSource: true,
    factSheets: { select: sheetSelect },
    rankingMembers: {
      where: { editionId: newestEditionId ?? NO_EDITION },
      select: { entry: { select: { position: true, rank: true, band: true } } },
    },
  } satisfies Prisma.ListingSelect;
}

type SourceRow = Prisma.ListingGetPayload<{ select: ReturnType<typeof sourceSelect> }>;

/** Its licenses. Read apart: with them, the relations of a listing would be read at once. */
export const licenseSelect = {
  listingId: true,
  license: { select: { number: true, targetPopulation: true } },
} satisfies Prisma.LicenseMatchSelect;

export function toSource(row: SourceRow, licenses: EntryLicense[]): EntrySource {
  const { factSheets, rankingMembers, ...listing } = row;
  const sheets = factSheets.map((sheet) => ({ ...sheet, asOf: toIsoDate(sheet.asOf) }));
  return { ...listing, licenses, facts: resolveFacts(sheets), standing: rankingMembers[0]?.entry ?? null };
}

/** A row of results. */
export interface HitRow extends CardRow {
  sortName: string;
  rankOrder: number;
  rank: number | null;
  band: number | null;
  yes: string[];
  unknown: string[];
  /** Only keys that lib/search/entry wrote. */
  who: WhoNote[];
  noMediCalIn: number | null;
  treatsOpioids: boolean;
  saidNo: boolean;
  notRankedFor: NotRankedReason | null;
  isPositionApproximate: boolean;
  /** Meters through the ground; null without a place to measure from, or without a position. */
  chord: number | null;
  /** Its place among the best fitting around a start; null in another order, or without a position. */
  best: number | null;
  meters: number | null;
}

/** @param isBeyond whether it lies beyond the ring that the best fitting are chosen within */
export function toHit(row: HitRow, asked: ListingFilters, isBeyond: boolean): SearchHit {
  const { rank, band } = row;
  return {
    ...toCard(row),
    rank,
    band,
    facts: keyFactsOf(row),
    who: row.who,
    saidNo: row.saidNo,
    treatsOpioids: row.treatsOpioids,
    notRankedFor: row.notRankedFor,
    answers: answersTo(asked, row),
    distance:
      row.meters === null ? null : { miles: row.meters / METERS_PER_MILE, isApproximate: row.isPositionApproximate },
    isBeyond,
  };
}
