// What to ask before you go. The record already answers some of it, so that the caller asks only the rest.

import type { Fact } from "@/lib/facts/facts";
import { MEDI_CAL, surveyNoIn } from "@/lib/facts/how-to-pay";
import { compareFacts, type QuestionKey } from "./comparison";
import type { ChosenListing } from "./types";

/**
 * In the order of a call. The first ones come from a study whose callers posed as patients (Beetham and others, Health
 * Affairs 2021: places offered a bed before any evaluation, or asked for payment in advance) and from SAMHSA's
 * questions (FindTreatment.gov).
 */
const ON_RECORD = {
  who: [],
  wait: [],
  examine: ["exam"],
  start: ["methadone", "buprenorphine", "naltrexone"],
  keep: ["keepMethadone", "keepBuprenorphine", "fromElsewhere"],
  cost: ["mediCal", "private", "sliding", "free"],
  naloxone: ["naloxone"],
  after: ["aftercare"],
  bring: [],
} as const satisfies Record<string, readonly QuestionKey[]>;

export type CallQuestion = keyof typeof ON_RECORD;
export const CALL_QUESTIONS = Object.keys(ON_RECORD) as CallQuestion[];

export interface QuestionOnRecord {
  question: CallQuestion;
  /** Empty when no public record can answer the question. */
  answers: { key: QuestionKey; fact: Fact }[];
  /** No source answers it, or only a part of it, or with a no to Medi-Cal that may have changed. */
  isOpen: boolean;
}

/** Every question to one place with what its record answers. */
export function questionsFor(place: Pick<ChosenListing, "sheets">): QuestionOnRecord[] {
  const rows = compareFacts([place]).flatMap((group) => group.rows);
  return CALL_QUESTIONS.map((question) => {
    const keys: readonly QuestionKey[] = ON_RECORD[question];
    const answers = rows
      .filter(({ key }) => keys.includes(key))
      .flatMap(({ key, answers: [fact] }) => (fact ? [{ key, fact }] : []));
    const isOpen = answers.length === 0 || answers.some(({ fact }) => mayHaveChanged(fact));
    return { question, answers, isOpen };
  });
}

function mayHaveChanged(fact: Fact): boolean {
  return fact.value === "unknown" || (fact.attribute === MEDI_CAL && surveyNoIn(fact) !== null);
}
