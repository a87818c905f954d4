/** What somebody in need has to know of a place before they go, in the order in which staff ask for it on the phone. */
export const CALL_FACTS = ["MM", "BUM", "MOA", "DT", "RES", "OP", "MD", "SS", "NP", "SP", "PW", "CHLD"] as const;
export type CallFact = (typeof CALL_FACTS)[number];

/** The field of the form that holds the answer about a fact. */
export type AnswerField = `answer-${CallFact}`;

export function answerField(fact: CallFact): AnswerField {
  return `answer-${fact}`;
}
