import type { Cells, Lose } from "./cells";
import type { TableRow } from "./table";

/** The result for a row that is not imported. */
export type RowVerdict<Row> =
  | { kind: "row"; row: Row }
  | { kind: "skipped"; because: "mental_health" | "other_county" }
  | { kind: "refused"; reason: string; key?: string };

/** A raw row as it is kept: never changed after the import. */
export interface RawRow {
  line: number;
  /** What makes the row the same place, or license, in another edition. */
  key: string;
  data: Cells;
}

export interface RefusedRow {
  line: number;
  reason: string;
}

/** A value of an imported row that no column of ours can hold; the raw row keeps it. */
export interface LostValue {
  line: number;
  column: string;
  value: string;
  because: string;
}

export interface Reading<Row> {
  /** Rows in the file, the header apart. */
  total: number;
  /** One of each key. */
  rows: Row[];
  /** The raw rows, with those that are listed twice. */
  raw: RawRow[];
  refused: RefusedRow[];
  /**
   * The keys of the refused rows that have one: the file names these places, although nothing of the rows is imported.
   */
  refusedKeys: Set<string>;
  lost: LostValue[];
  /** A later row of a place that an earlier line already has: kept raw, not imported. */
  listedTwice: { line: number; sameAs: number }[];
  skipped: { mental_health: number; other_county: number };
}

/**
 * Reads every row of a table; of two rows with one key the first counts.
 * @param sameOf what two rows of the same place have in common although their keys differ
 */
export async function readRows<Row>(
  table: AsyncIterable<TableRow> | Iterable<TableRow>,
  read: (cells: Cells, lose: Lose) => RowVerdict<Row>,
  keyOf: (row: Row) => string,
  sameOf = keyOf,
): Promise<Reading<Row>> {
  const reading: Reading<Row> = {
    total: 0,
    rows: [],
    raw: [],
    refused: [],
    refusedKeys: new Set(),
    lost: [],
    listedTwice: [],
    skipped: { mental_health: 0, other_county: 0 },
  };
  const firstOf = new Map<string, RawRow>();
  for await (const { line, cells } of table) {
    reading.total++;
    const lost: LostValue[] = [];
    const lose: Lose = (column, because, value = cells?.[column] ?? "") => lost.push({ line, column, value, because });
    const verdict: RowVerdict<Row> = cells
      ? read(cells, lose)
      : { kind: "refused", reason: "it does not have the header's columns" };
    if (verdict.kind === "skipped") reading.skipped[verdict.because]++;
    if (verdict.kind === "refused") reading.refused.push({ line, reason: verdict.reason });
    if (verdict.kind === "refused" && verdict.key) reading.refusedKeys.add(verdict.key);
    if (verdict.kind !== "row" || !cells) continue;
    const [key, same] = [keyOf(verdict.row), sameOf(verdict.row)];
    const first = firstOf.get(key) ?? firstOf.get(same);
    const raw = { line, key: first?.key ?? key, data: cells };
    reading.raw.push(raw);
    if (first) reading.listedTwice.push({ line, sameAs: first.line });
    else reading.rows.push(verdict.row);
    for (const each of first ? [] : [key, same]) firstOf.set(each, raw);
    reading.lost.push(...lost);
  }
  return reading;
}

/** How many values were lost of each column. */
export function countByColumn(lost: readonly LostValue[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { column } of lost) counts[column] = (counts[column] ?? 0) + 1;
  return counts;
}
