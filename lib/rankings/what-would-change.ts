import { ofCoveringClass, subjectOf } from "./authorization";
import { evaluateCriteria } from "./criteria";
import { failedGate, failedGates, type FailedGate } from "./gates";
import type { CriterionResult, FrozenRecord, RankingMethod } from "./schema";
import { roundScore, scoreOf, tallyOf, type Tally } from "./score";
import { TOTAL_WEIGHT } from "./total-weight";

/** The page mentions the gate "enough is known" when a place is this near to its bound, in points. */
const NEAR_POINTS = 10;

/** How one other answer would change the score, with everything else as the edition froze it. */
export interface AnswerChange {
  key: string;
  value: "no" | "unknown";
  /** If it were a yes: points more, unrounded, and the score that would be printed. */
  yes: { points: number; score: number };
  /** If what is not known were a no: points less (0 or below); null for what is a no already. */
  no: { points: number; score: number } | null;
}

export interface WhatWouldChange {
  /** The largest gain first, then in the order of the method. */
  answers: AnswerChange[];
  /** Every gate it fails; empty for a ranked place. */
  failed: FailedGate[];
  /** How many more points would have to rest on an answer for it to be ranked; 0 when enough do. */
  missingPoints: number;
  /** The last day (YYYY-MM-DD) of all that authorizes a ranked place; null while that has no end. */
  authorizedUntil: string | null;
  /** How many points could become unknown before a ranked place falls out; null when that is far off. */
  sparePoints: number | null;
}

/**
 * What would change the rank of a place, from the records of its edition. The typical rate stays as it was: it depends
 * on all places, and one answer of one place hardly changes it.
 * @param program what all addresses of its program answer; of a listing that is not ranked, what it answers
 * @param prior P of the edition, 0–1
 */
export function whatWouldChange(
  method: RankingMethod,
  record: FrozenRecord,
  program: readonly CriterionResult[],
  prior: number,
): WhatWouldChange {
  const { input, criteria } = record;
  const [tally, answered] = [tallyOf(criteria), tallyOf(program)];
  const failed = failedGates(method, input, subjectOf(input, record.stateListAsOf), tally);
  const bound = Math.ceil(method.constants.minimumKnownShare * TOTAL_WEIGHT - TOLERANCE);
  const spare = tally.known - bound;
  return {
    answers: program
      .filter((each) => each.value !== "yes")
      .map((each) => answerChange(each, answered, prior))
      .sort((a, b) => b.yes.points - a.yes.points),
    failed,
    missingPoints: Math.max(0, -spare),
    authorizedUntil: failed.length > 0 ? null : authorizedUntil(method, record),
    sparePoints: failed.length === 0 && spare <= NEAR_POINTS ? spare : null,
  };
}

/** In floating point, 0.57 times 100 is a little more than 57. */
const TOLERANCE = 1e-9;

function answerChange({ key, value, maximum }: CriterionResult, tally: Tally, prior: number): AnswerChange {
  const now = scoreOf(tally, prior).score;
  const known = value === "no" ? tally.known : tally.known + maximum;
  const to = (yes: number) => {
    const { score } = scoreOf({ known, yes }, prior);
    return { points: score - now, score: roundScore(score) };
  };
  const answer = { key, yes: to(tally.yes + maximum) };
  return value === "no" ? { ...answer, value, no: null } : { ...answer, value: "unknown", no: to(tally.yes) };
}

/** The last of its licenses' last days, when the place would not be ranked on the day after. */
function authorizedUntil(method: RankingMethod, record: FrozenRecord): string | null {
  const covering = ofCoveringClass(method.gates.authorized, record.input.kind, record.input.licenses);
  const current = covering.filter((license) => license.current);
  const days = current.map(({ expiresOn }) => expiresOn).filter((day) => day !== null);
  const lastDay = days.sort().at(-1);
  if (!lastDay || days.length < current.length) return null;
  const licenses = record.input.licenses.map((license) => ({ ...license, current: false }));
  const after = { ...record.input, licenses };
  const subject = subjectOf(after, record.stateListAsOf);
  const failed = failedGate(method, after, subject, tallyOf(evaluateCriteria(method, subject)));
  return failed ? lastDay : null;
}
