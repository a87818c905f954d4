import type { AdmissionAnswer } from "./questions";

/** What a place said last of one question, as of a day (YYYY-MM-DD). */
export interface AdmissionFact {
  said: AdmissionAnswer;
  asOf: string;
  /** So long ago that somebody has to ask again. */
  isOld: boolean;
}
