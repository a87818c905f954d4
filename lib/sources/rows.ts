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

/** Rows alike in name and address that differ in an answer, or in a phone alone. */
export interface Apart {
  differ: "answers" | "phones";
  rows: { line: number; key: string }[];
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
  /** Rows that look like one place and are not: each is a place of its own. */
  apart: Apart[];
  skipped: { mental_health: number; other_county: number };
}

/** How rows are told from each other. */
export interface Telling<Row> {
  /** What makes the row the same place, or license, in another edition. */
  keyOf: (row: Row) => string;
  /** For rows of one key that may be two places. */
  details?: {
    /** What a reader would take for one place. */
    looksLike: (row: Row) => string;
    answersOf: (row: Row) => string;
    phonesOf: (row: Row) => string;
    withKey: (row: Row, key: string) => Row;
  };
}

/**
 * Reads every row of a table; of rows that are one the first counts. Rows of one key that say different things are numbered
 * in the order of the file: "…#+12135550190", "…#+12135550190#2".
 */
export async function readRows<Row>(
  table: AsyncIterable<TableRow> | Iterable<TableRow>,
  read: (cells: Cells, lose: Lose) => RowVerdict<Row>,
  { keyOf, details }: Telling<Row>,
): Promise<Reading<Row>> {
  const reading: Reading<Row> = {
    total: 0,
    rows: [],
    raw: [],
    refused: [],
    refusedKeys: new Set(),
    lost: [],
    listedTwice: [],
    apart: [],
    skipped: { mental_health: 0, other_county: 0 },
  };
  // Of each key what its rows say, each with the row that said it first.
  const said = new Map<string, Map<string, RawRow>>();
  const alike = new Map<string, { line: number; key: string; answers: string }[]>();
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
    const key = keyOf(verdict.row);
    const answers = details?.answersOf(verdict.row) ?? "";
    const sayings = `${answers}|${details?.phonesOf(verdict.row) ?? ""}`;
    const ofKey = said.get(key) ?? new Map<string, RawRow>();
    said.set(key, ofKey);
    const first = ofKey.get(sayings);
    const own = first?.key ?? (ofKey.size === 0 ? key : `${key}#${ofKey.size + 1}`);
    const raw = { line, key: own, data: cells };
    reading.raw.push(raw);
    reading.lost.push(...lost);
    const look = details?.looksLike(verdict.row);
    if (look !== undefined) alike.set(look, [...(alike.get(look) ?? []), { line, key: own, answers }]);
    if (first) reading.listedTwice.push({ line, sameAs: first.line });
    else {
      ofKey.set(sayings, raw);
      reading.rows.push(details?.withKey(verdict.row, own) ?? verdict.row);
    }
  }
  reading.apart = [...alike.values()].filter((rows) => isSeveral(rows, ({ key }) => key)).map(apartOf);
  return reading;
}

function isSeveral<Item>(items: readonly Item[], of: (item: Item) => string): boolean {
  return new Set(items.map(of)).size > 1;
}

function apartOf(rows: readonly { line: number; key: string; answers: string }[]): Apart {
  const differ = isSeveral(rows, ({ answers }) => answers) ? "answers" : "phones";
  return { differ, rows: rows.map(({ line, key }) => ({ line, key })) };
}
