// What no public file says of getting in, and a call can: answers of closed kinds, so that they can be compared and
// translated. They are printed with their day, and no ranking reads them.

import { toIsoDate } from "@/lib/shared/dates";

/**
 * Each question with its answers, in the order in which they are asked and offered. `hours`: when a place takes people
 * in. `wait`: until the next free place. `cost`: US dollars a month that somebody without insurance pays.
 */
export const ADMISSION_ANSWERS = {
  hours: ["always", "daily", "weekdays-late", "weekdays", "appointment"],
  wait: ["none", "days", "week", "month", "longer"],
  cost: ["nothing", "by-income", "under-500", "under-2000", "under-10000", "more"],
} as const satisfies Record<string, readonly string[]>;

export type AdmissionQuestion = keyof typeof ADMISSION_ANSWERS;
export const ADMISSION_QUESTIONS = Object.keys(ADMISSION_ANSWERS) as AdmissionQuestion[];

/** An answer to a question, as "wait.week". */
export type AdmissionAnswer = {
  [Question in AdmissionQuestion]: `${Question}.${(typeof ADMISSION_ANSWERS)[Question][number]}`;
}[AdmissionQuestion];

/** Days after which an answer is old: a wait changes within days, hours and cost with the year. */
export const OLD_AFTER_DAYS = { hours: 365, wait: 14, cost: 365 } as const satisfies Record<AdmissionQuestion, number>;

/** "wait.week"; null for what is no answer. */
export function admissionOf(said: string): AdmissionAnswer | null {
  const [question, answer] = said.split(".");
  const answers: readonly string[] = ADMISSION_QUESTIONS.find((each) => each === question)
    ? ADMISSION_ANSWERS[question as AdmissionQuestion]
    : [];
  return answers.includes(answer ?? "") ? (said as AdmissionAnswer) : null;
}

/** "wait.week" → ["wait", "week"]. */
export function partsOf(said: AdmissionAnswer): [AdmissionQuestion, string] {
  const [question, answer] = said.split(".") as [AdmissionQuestion, string];
  return [question, answer];
}

/** An answer as it was recorded; `said` is null when it is no answer any more. */
export function toAdmission({ question, answer, asOf }: { question: string; answer: string; asOf: Date }) {
  return { said: admissionOf(`${question}.${answer}`), asOf: toIsoDate(asOf) };
}
