import type { Band } from "@/lib/rankings/band";
import { roundScore } from "@/lib/rankings/score";
import type { RankedProgram } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

const BANDS = [1, 2, 3, 4] as const satisfies readonly Band[];

/** The bands of a list that have a program, with their programs. */
export function bandsOf(
  list: readonly RankedProgram[],
  bandOf: (entry: RankedProgram) => Band,
): { band: Band; entries: RankedProgram[] }[] {
  const bands = BANDS.map((band) => ({ band, entries: list.filter((entry) => bandOf(entry) === band) }));
  return bands.filter(({ entries }) => entries.length > 0);
}

/** How many programs a band has, and their scores: "48 programs, scores 93 to 81." */
export function bandLead(locale: Locale, entries: readonly RankedProgram[]): string {
  const [first, last] = [entries.at(0), entries.at(-1)];
  const range = { from: roundScore(first?.score ?? 0), to: roundScore(last?.score ?? 0) };
  return getTranslator(locale, "rankings")("bandLead", { count: entries.length, ...range });
}
