import type { RankingInput } from "./schema";

/** The year of the newest answers to the federal survey among a place's facts; null when it has none. */
export function surveyYearOf(
  sheets: readonly Pick<RankingInput["sheets"][number], "source" | "asOf">[],
): number | null {
  const years = sheets.filter(({ source }) => source === "samhsa").map(({ asOf }) => Number(asOf.slice(0, 4)));
  return years.length > 0 ? Math.max(...years) : null;
}

/** The years of a list's answers as people read them: "2023", or "2022–2023"; null when there are none. */
export function surveyYearsText(entries: readonly { surveyYear: number | null }[]): string | null {
  const years = entries.flatMap(({ surveyYear }) => surveyYear ?? []);
  if (years.length === 0) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first}–${last}`;
}
