import { codesIn } from "./answers";
import { attributeOf, notAsked, type CodeBook } from "./code-book";
import type { Cells } from "./cells";

/** How many rows of the whole file name each code, whatever county is imported: for comparing two editions. */
export interface CodeCounts {
  rows: number;
  codes: Record<string, number>;
}

/** A code that a file names much more rarely, or more often, than a neighboring edition. */
export interface StrangeCount {
  code: string;
  here: { rows: number; of: number };
  there: { edition: string; rows: number; of: number };
}

/** From 2023 to 2024 the odds of a code change by a factor of 2.7 at most, except two: SNR by 50, ADLT by 39. */
const ODDS = 4;
/** Standard errors; a small file may differ by fewer by chance. */
const CERTAIN = 2.5;

export const noCounts = (): CodeCounts => ({ rows: 0, codes: {} });

/** Adds a row; rows about mental health belong to another survey. */
export function countRow(counts: CodeCounts, cells: Cells): void {
  if (cells.directory_type === "mental") return;
  counts.rows++;
  for (const code of codesIn(cells.service_code_info ?? "")) counts.codes[code] = (counts.codes[code] ?? 0) + 1;
}

/**
 * The same by attribute, so that a renamed code is compared with its old name. Codes that we do not know stay as they
 * are.
 */
export function byAttribute({ rows, codes }: CodeCounts, book: CodeBook): CodeCounts {
  const listed = new Set(Object.values(book.categories).flat());
  const counts: CodeCounts = { rows, codes: {} };
  for (const [code, number] of Object.entries(codes)) {
    const name = (listed.has(code) && attributeOf(code, listed)) || code;
    counts.codes[name] = (counts.codes[name] ?? 0) + number;
  }
  return counts;
}

/** Whether an edition asked for a code that its neighbor names. Without a book we do not know, so we compare too. */
export function mayBeAsked(attribute: string, book: CodeBook): boolean {
  return book.origin === "rows" || !notAsked(book).includes(attribute);
}

/**
 * Codes whose share of the rows differs from a neighboring edition's by an unlikely factor: the file is cut off, a
 * column is shifted, or the code means another question. The most unusual first.
 */
export function strangeCounts(here: CodeCounts, edition: string, there: CodeCounts): StrangeCount[] {
  // The neighbor may not have asked for a code that it does not name.
  return Object.keys(there.codes)
    .map((code) => {
      const [a, b] = [here.codes[code] ?? 0, there.codes[code] ?? 0];
      const count = { code, here: { rows: a, of: here.rows }, there: { edition, rows: b, of: there.rows } };
      return { strangeness: strangenessOf(a, here.rows, b, there.rows), count };
    })
    .filter(({ strangeness }) => strangeness > 0)
    .sort((a, b) => b.strangeness - a.strangeness || a.count.code.localeCompare(b.count.code))
    .map(({ count }) => count);
}

/** The logarithm of the odds ratio; 0 when it is usual or may be chance. The halves keep it finite at zero. */
function strangenessOf(a: number, ofA: number, b: number, ofB: number): number {
  const cells = [a, ofA - a, b, ofB - b].map((rows) => rows + 0.5) as [number, number, number, number];
  const difference = Math.abs(Math.log((cells[0] * cells[3]) / (cells[1] * cells[2])));
  const error = Math.sqrt(cells.reduce((sum, rows) => sum + 1 / rows, 0));
  return difference >= Math.log(ODDS) && difference / error >= CERTAIN ? difference : 0;
}
