/**
 * On a phone a row of the table is a grid: the question above its answers, an answer below each place's name. Two places
 * fit beside each other, and three in small letters where a column still holds a telephone number; four stand two by two,
 * as their names do above. Nothing scrolls sideways, so the names can stay in sight of the page itself.
 */
const ROW = "not-print:max-md:grid not-print:max-md:gap-x-2";

const COLUMNS: Record<number, string> = {
  1: "not-print:max-md:grid-cols-1",
  2: "not-print:max-md:grid-cols-2",
  3: "not-print:max-md:grid-cols-[repeat(auto-fill,minmax(max(min(6rem,50%-0.25rem),(100%-1rem)/3),1fr))] not-print:max-md:text-xs",
  4: "not-print:max-md:grid-cols-2 not-print:sm:max-md:grid-cols-4",
};

/** The classes of a row with so many places. */
export function rowClass(places: number): string {
  return `${ROW} ${COLUMNS[places] ?? ""}`;
}

/** What heads a whole row. */
export const ROW_HEAD = "not-print:max-md:col-span-full";

/** Of a place's answer. */
export const CELL = "py-2 pr-3 align-top leading-snug not-print:max-md:min-w-0 not-print:max-md:pr-0";

/** Of so many places a phone shows the number before each name and each answer: nobody counts columns. */
export function numberOf(at: number, places: number): number | undefined {
  return places > 2 ? at + 1 : undefined;
}
