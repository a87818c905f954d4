// A copy of the table as a file: the same columns in the same order, as CSV for a spreadsheet and as JSON.

import { stringify } from "csv-stringify/sync";
import type { ExportFormat } from "./schema";

type Cell = string | number | null | readonly string[];

/** Between several texts in one cell of a spreadsheet. */
export const BETWEEN = "; ";

/**
 * The file a part at a time: CSV in the format of RFC 4180, with a mark by which spreadsheets know UTF-8, and an
 * apostrophe before each text that a spreadsheet would run as a formula; or one JSON array.
 */
export async function* tableFile(
  format: ExportFormat,
  columns: readonly string[],
  parts: AsyncIterable<readonly Record<string, Cell>[]>,
): AsyncGenerator<string> {
  if (format === "csv") {
    yield toCsv(columns, [], true);
    for await (const rows of parts) yield toCsv(columns, rows, false);
    return;
  }
  let between = "[\n";
  for await (const rows of parts)
    for (const row of rows) {
      yield between + JSON.stringify(row);
      between = ",\n";
    }
  yield between === "[\n" ? "[]\n" : "\n]\n";
}

function toCsv(columns: readonly string[], rows: readonly Record<string, Cell>[], isHead: boolean): string {
  // Numbers are never formulas: only a text gets the apostrophe.
  const cast = { number: (value: number) => ({ value: String(value), escape_formulas: false }) };
  const cells = rows.map((row) =>
    columns.map((column) => {
      const cell = row[column] ?? null;
      return typeof cell === "object" && cell !== null ? cell.join(BETWEEN) : cell;
    }),
  );
  const format = { record_delimiter: "windows", escape_formulas: true, cast } as const;
  return stringify(isHead ? [[...columns]] : cells, { ...format, bom: isHead });
}
