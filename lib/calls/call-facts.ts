import { ADMISSION_QUESTIONS, type AdmissionQuestion } from "@/lib/admissions/questions";

/** What somebody in need has to know of a place before they go, in the order in which staff ask for it on the phone. */
export const CALL_FACTS = ["MM", "BUM", "MOA", "DT", "RES", "OP", "MD", "SS", "NP", "SP", "PW", "CHLD"] as const;
export type CallFact = (typeof CALL_FACTS)[number];

/** A fact, or a question about getting in. */
export type AskedInCall = CallFact | AdmissionQuestion;
/** The field of the form that holds the answer. */
export type AnswerField = `answer-${AskedInCall}`;

export function answerField<Asked extends AskedInCall>(asked: Asked): `answer-${Asked}` {
  return `answer-${asked}`;
}

/** In the order of the call. */
export const ANSWER_FIELDS: readonly AnswerField[] = [...CALL_FACTS, ...ADMISSION_QUESTIONS].map(answerField);
