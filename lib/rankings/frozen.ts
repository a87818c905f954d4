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
import type { Band } from "./band";
import type { FrozenListing } from "./causes";
import type { GateReason } from "./gates";
import type { FrozenEdition } from "./moves";
import { standingOf, type ComparedEdition, type ComparedProgram } from "./proposed-changes";
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

/** What `movesSelect` and `comparedSelect` read of an edition. */
interface FrozenEditionRow<Member extends FrozenRow> {
  prior: number;
  method: { definition: Prisma.JsonValue };
  entries: {
    rank: number;
    score: number;
    criteria: Prisma.JsonValue;
    members: Member[];
  }[];
  exclusions: (FrozenRow & { reason: string; detail: string | null })[];
}

/** @param isWanted which listings of the programs */
export function toFrozenEdition<Member extends FrozenRow>(
  row: FrozenEditionRow<Member>,
  isWanted: (member: Member) => boolean,
): FrozenEdition {
  const { prior, method, entries, exclusions } = row;
  const ranked = entries.flatMap(({ rank, score, criteria: stored, members }) => {
    const criteria = toProgramCriteria(stored);
    const program = { criteria, members: members.map((each) => each.listingId).sort() };
    return members.filter(isWanted).map((each): FrozenListing => {
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

interface ComparedRow extends FrozenEditionRow<FrozenRow> {
  entries: (FrozenEditionRow<FrozenRow>["entries"][number] & Pick<ComparedProgram, "kind"> & { band: number })[];
}

/** With every listing that it froze, also those that are no longer published. */
export function toComparedEdition(row: ComparedRow): ComparedEdition {
  const programs = row.entries.map(({ rank, score, band, kind, members }) => {
    const standing = standingOf({ rank, score, band: band as Band, kind });
    return { ...standing, members: members.map(({ listingId }) => listingId) };
  });
  return { ...toFrozenEdition(row, () => true), programs };
}
