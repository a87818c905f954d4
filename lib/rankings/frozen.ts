// What an edition keeps as JSON or in columns that are null together, as its shapes.

import type { Prisma } from "@/prisma/generated/client";
import { dayOf } from "@/lib/shared/dates";
import {
  frozenRecordSchema,
  programCriteriaSchema,
  rankingMethodSchema,
  stabilityFiguresSchema,
  type CriterionResult,
  type FrozenRecord,
  type StabilityFigures,
} from "./schema";
import type { FrozenListing } from "./causes";
import type { GateReason } from "./gates";
import type { FrozenEdition } from "./moves";
import type { RankRange } from "./stability";
import type { EditionDays } from "./types";

export function toFrozen(criteria: Prisma.JsonValue): FrozenRecord {
  return frozenRecordSchema.parse(criteria);
}

export function toProgramCriteria(criteria: Prisma.JsonValue): CriterionResult[] {
  return programCriteriaSchema.parse(criteria);
}

/** Every record has these days; an edition without records has the day on which it was computed. */
export function daysOf(record: { criteria: Prisma.JsonValue } | undefined, computedAt: Date): EditionDays {
  if (!record) return { judgedOn: dayOf(computedAt), stateListAsOf: null };
  const { judgedOn, stateListAsOf } = toFrozen(record.criteria);
  return { judgedOn, stateListAsOf };
}

/** Null for an edition from before the stability test. */
export function toStability(stored: Prisma.JsonValue): StabilityFigures | null {
  return stabilityFiguresSchema.nullable().parse(stored);
}

interface RankColumns {
  rankBest: number | null;
  rankUsualBest: number | null;
  rankUsualWorst: number | null;
  rankWorst: number | null;
}

/** Null for an entry from before the stability test. */
export function toRankRange(row: RankColumns): RankRange | null {
  const { rankBest: best, rankUsualBest: usualBest, rankUsualWorst: usualWorst, rankWorst: worst } = row;
  // The database has all four or none.
  return best && usualBest && usualWorst && worst ? { best, usualBest, usualWorst, worst } : null;
}

interface FrozenRow {
  listingId: string;
  criteria: Prisma.JsonValue;
}

/** What `movesSelect` reads of an edition. */
interface MovesRow {
  prior: number;
  method: { definition: Prisma.JsonValue };
  entries: {
    rank: number;
    score: number;
    criteria: Prisma.JsonValue;
    members: (FrozenRow & { listing: { status: string } })[];
  }[];
  exclusions: (FrozenRow & { reason: string; detail: string | null })[];
}

/** @param listingId only this listing of each program; without it all that are published */
export function toFrozenEdition(row: MovesRow, listingId?: string): FrozenEdition {
  const { prior, method, entries, exclusions } = row;
  const ranked = entries.flatMap(({ rank, score, criteria: stored, members }) => {
    const criteria = toProgramCriteria(stored);
    const program = { criteria, members: members.map((each) => each.listingId).sort() };
    return members
      .filter((each) => (listingId ? each.listingId === listingId : each.listing.status === "published"))
      .map((each): FrozenListing => {
        const { input } = toFrozen(each.criteria);
        return { ...program, input, id: each.listingId, result: { isRanked: true, rank, score } };
      });
  });
  const others = exclusions.map(({ listingId: id, reason, detail, criteria }): FrozenListing => {
    const result = { isRanked: false, reason: reason as GateReason, detail } as const;
    return { ...toFrozen(criteria), id, members: [id], result };
  });
  return { method: rankingMethodSchema.parse(method.definition), prior, places: [...ranked, ...others] };
}
