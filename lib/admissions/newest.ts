import { daysAfter } from "@/lib/shared/dates";
import { ADMISSION_QUESTIONS, OLD_AFTER_DAYS, partsOf, type AdmissionAnswer } from "./questions";
import type { AdmissionFact } from "./types";

/** An answer as it was recorded; `asOf` is YYYY-MM-DD. */
interface Recorded {
  /** Null for what is no answer any more. */
  said: AdmissionAnswer | null;
  asOf: string;
  /** It was wrong. */
  retractedAt?: Date | null;
}

/**
 * The newest answer to each question, in the order of the questions; a question that nobody answered is left out.
 * @param recorded of one day the last that was written first
 * @param day YYYY-MM-DD in Los Angeles
 */
export function newestAdmissions(recorded: readonly Recorded[], day: string): AdmissionFact[] {
  return ADMISSION_QUESTIONS.flatMap((question) => {
    const [newest] = recorded
      .flatMap(({ said, asOf, retractedAt }) => (said && !retractedAt ? { said, asOf } : []))
      .filter(({ said }) => partsOf(said)[0] === question)
      .toSorted((a, b) => b.asOf.localeCompare(a.asOf));
    return newest ? [{ ...newest, isOld: newest.asOf < daysAfter(day, -OLD_AFTER_DAYS[question]) }] : [];
  });
}
