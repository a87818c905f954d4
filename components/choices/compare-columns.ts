/**
 * On a phone a row of the table is a grid: the question above its answers, an answer below each place's name. Two places
 * fit beside each other; of more, each keeps its width, and the table scrolls sideways in its own box.
 */
const ROW = "not-print:max-md:grid not-print:max-md:gap-x-3";

const COLUMNS: Record<number, string> = {
  1: "not-print:max-md:grid-cols-1",
  2: "not-print:max-md:grid-cols-2",
  3: "not-print:max-md:grid-cols-[repeat(3,min(9.5rem,45vw))]",
  4: "not-print:max-md:grid-cols-[repeat(4,min(9.5rem,45vw))]",
};

/** The classes of a row with so many places. */
export function rowClass(places: number): string {
  return `${ROW} ${COLUMNS[places] ?? ""}`;
}

/** What heads a whole row stays in sight when the box is scrolled sideways. */
export const ROW_HEAD =
  "not-print:max-md:sticky not-print:max-md:left-0 not-print:max-md:col-span-full not-print:max-md:max-w-[calc(100vw-2rem)] not-print:max-md:justify-self-start";
