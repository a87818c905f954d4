import type { AuditAction } from "@/lib/audit/types";
import type { KeyFacts } from "@/lib/facts/key-facts";
import type { WhoNote } from "@/lib/facts/who-can-go";
import type { ListingKind } from "@/lib/facts/kind";
import type { ListingCard } from "@/lib/facts/card";
import type { Locale } from "@/lib/shared/locales";
import type { Band } from "./band";
import type { GateReason } from "./gates";
import type { KindStanding } from "./kinds";
import type { WeightChange } from "./method-changes";
import type { Direction, Move } from "./moves";
import type { ProposedChanges } from "./proposed-changes";
import type { CriterionResult, MethodCriterion, RankingMethod, StabilityFigures } from "./schema";
import type { RecordedLicense } from "./recorded-license";
import type { Breakdown, Score } from "./score";
import type { RankRange } from "./stability";
import type { WhatWouldChange } from "./what-would-change";

export interface EditionRequest {
  /** The county to rank, as listings name it, such as "Los Angeles". */
  area: string;
  /** The day closings are judged on, YYYY-MM-DD; today in Los Angeles when left out. */
  judgedOn?: string;
}

/** The edition that waits to be published, for staff only. */
export interface ProposedEdition {
  computedAt: Date;
  changes: ProposedChanges;
}

/**
 * Whether a member may publish a proposed edition. `free`: they decided about no place that it changes. `others`: they
 * did, and a colleague who did not is there. `alone`: they did, and nobody else who is active may publish it.
 */
export type Publishing = "free" | "others" | "alone";

/** What a member decided about a place that a proposed edition changes. */
export interface EditionDecision {
  id: string;
  at: Date;
  action: AuditAction;
  /** Null when they have left. */
  member: string | null;
  listing: { id: string; name: string };
}

/** What an edition was judged by. Days are YYYY-MM-DD. */
export interface EditionDays {
  /** Closings. */
  judgedOn: string;
  /** Licenses: the day of the state's list; null when none was read. */
  stateListAsOf: string | null;
}

/** What every page says of the edition it shows. */
export interface EditionHead extends EditionDays {
  number: number;
  methodVersion: number;
  /** The county it ranks, such as "Los Angeles". */
  area: string;
  computedAt: Date;
  inputsChecksum: string;
  /** P of the formula, 0–1. */
  prior: number;
  /** Null for an edition from before the stability test. */
  stability: StabilityFigures | null;
  /** Why a member published it who had decided about places in it; null where somebody else did. */
  alone: { reason: string; locale: Locale } | null;
  /** Programs. */
  rankedCount: number;
  /** Their listings. */
  memberCount: number;
  excludedCount: number;
}

/** A listing of a ranked program, as it is published today. */
export interface RankedMember {
  /** Of the kind the edition ranked it as. */
  listing: ListingCard;
  /** What is recorded by now of the license the edition counts; null when it counts none. */
  license: RecordedLicense | null;
  /** It says that people can live there too, and we found no license for that. */
  claimsResidential: boolean;
}

/** One row of the ranking. Score, low and high are unrounded, on 0–100: print `roundScore(score)`. */
export interface RankedProgram extends Score {
  /** The first of its listings that is open, by which it is called: with the unit that all of them have. */
  listing: ListingCard;
  /** At least one. */
  members: RankedMember[];
  position: number;
  rank: number;
  band: Band;
  /** Among the places of its kind. */
  within: KindStanding;
  /** Under other weights; null when the edition was not tested. */
  ranks: RankRange | null;
  /** The newest date among its deciding facts, YYYY-MM-DD. */
  newestCheck: string | null;
  /** The year of its newest answers to the federal survey; null when it has none. */
  surveyYear: number | null;
  /** As the edition saw them. */
  facts: KeyFacts;
  /** Whom it leaves out, as its listings say now. */
  who: WhoNote[];
  /** Every criterion of the method, in its order, as the edition froze it. */
  criteria: CriterionResult[];
}

/** A place the edition does not rank. `detail` is what the reason's sentence needs; see GATE_REASONS. */
export interface ExcludedListing {
  listing: ListingCard;
  reason: GateReason;
  detail: string | null;
  /** Only with the reason `closed`: staff's public words. */
  closedReason: string | null;
  criteria: CriterionResult[];
}

/**
 * An entry whose listing is no longer published: without its identity, only what the typical rate and the ranks of the
 * others were computed with.
 */
export interface WithdrawnEntry extends Score {
  rank: number;
  band: Band;
  criteria: CriterionResult[];
}

export interface Edition extends EditionHead {
  /** In printed order. */
  entries: RankedProgram[];
  /** By name. */
  exclusions: ExcludedListing[];
}

/** How long the lists of the newest edition are. */
export interface NewestCounts {
  /** Programs. */
  ranked: number;
  /** Places. */
  notRanked: number;
  /** Programs of each kind that has one. */
  kinds: ReadonlyMap<ListingKind, number>;
}

/** The rank of a listing in the newest edition, and why. */
export type Standing = {
  edition: EditionHead;
  method: RankingMethod;
  moves: EditionMoves | null;
  change: WhatWouldChange;
} & (
  | {
      status: "ranked";
      kind: ListingKind;
      position: number;
      rank: number;
      band: Band;
      within: KindStanding;
      /** Under other weights; null when the edition was not tested. */
      ranks: RankRange | null;
      /** What is recorded by now of the license the edition counts; null when it counts none. */
      license: RecordedLicense | null;
      /** It says that people can live there too, and we found no license for that. */
      claimsResidential: boolean;
      /** The published listings of its program, itself among them. */
      members: ListingCard[];
      /** Of the listing itself, as the edition saw them. */
      facts: KeyFacts;
      score: Score;
      breakdown: Breakdown;
    }
  | {
      status: "excluded";
      reason: GateReason;
      detail: string | null;
      closedReason: string | null;
      criteria: CriterionResult[];
    }
);

/** How the places of an edition moved since the edition before it, and what changed for all of them. */
export interface EditionMoves {
  /** The number of the edition before. */
  since: number;
  /** By the slug of the listing, also for those that left. */
  moves: ReadonlyMap<string, Move>;
  /** How many programs moved so; of those that left, how many listings. */
  counts: ReadonlyMap<Direction, number>;
  /** Ranked before and not now, ordered by the former rank. */
  left: { listing: ListingCard; move: Move }[];
  /** How many of the ranked left because they are no longer published here; they are not named. */
  unpublishedCount: number;
  /** Of the newer method's criteria, by key. */
  criterionNames: ReadonlyMap<string, MethodCriterion["name"]>;
  methodVersions: Change<number>;
  weights: WeightChange[];
  rate: Change<number>;
}

interface Change<Value> {
  from: Value;
  to: Value;
}
