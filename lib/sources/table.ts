import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import type { Encoding } from "./encoding";
import { ImportFailure } from "./failure";
import { checksumOf, openText } from "./text-file";
import { readSheets } from "./workbook";

/** One row of a file as it is, with its 1-based line (CSV) or row (workbook); the header is 1. */
export interface TableRow {
  line: number;
  /** By column name in lower case; blank cells are "". Null when the row does not have the header's columns. */
  cells: Record<string, string> | null;
}

export interface Table {
  /** SHA-256 of the file's bytes, hex. */
  checksum: string;
  /** Null for a workbook, which has its own encoding. */
  encoding: Encoding | null;
  /** Read on demand: a national file is much larger than what we keep of it. */
  rows: AsyncIterable<TableRow>;
  /** The rows of a workbook's other sheet that was asked for; none when there is no such sheet. */
  beside: Record<string, string>[];
}

type Line = readonly [line: number, cells: readonly string[]];

interface Parsed {
  record: string[];
  info: { lines: number };
}

const GZIP = Buffer.from([0x1f, 0x8b]);
const ZIP = Buffer.from("PK");

/** The longest line of the published files has 1,300 characters. A longer one has a quote that was never closed. */
const MAX_LINE_LENGTH = 100_000;

/**
 * Reads a CSV, a gzipped CSV or an Excel workbook (its first sheet with the columns); the first bytes say which it is.
 * @param columns the columns that the header must have, in lower case
 * @param besideColumns the columns of another sheet, in lower case
 * @throws ImportFailure when the file is missing, unreadable or has other columns
 */
export async function readTable(
  file: string,
  columns: readonly string[],
  besideColumns?: readonly string[],
): Promise<Table> {
  const head = await headOf(file);
  const checksum = await checksumOf(file);
  if (head.equals(ZIP)) {
    const sheets = numbered(await readSheets(file));
    const lines = sheetOf(file, sheets, columns);
    const [header, ...others] = (besideColumns && sheetWith(sheets, besideColumns)) ?? [];
    const beside = others.map((line) => cellsOf(line, namesOf(header))).filter((cells) => cells !== null);
    return { checksum, encoding: null, rows: rowsOf(file, lines, columns), beside };
  }
  const { encoding, text } = await openText(file, head.equals(GZIP));
  return { checksum, encoding, rows: rowsOf(file, linesOf(file, text()), columns), beside: [] };
}

/** The first two bytes. */
async function headOf(file: string): Promise<Buffer> {
  try {
    for await (const bytes of createReadStream(file, { end: 1 })) return bytes as Buffer;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new ImportFailure(`There is no file ${file}. Check the path.`);
    if (code === "EISDIR") throw new ImportFailure(`${file} is a folder. Name the file in it.`);
    throw new ImportFailure(`${file} cannot be read (${code}). Check its permissions.`);
  }
  throw new ImportFailure(`${file} is empty. Download it again.`);
}

async function* linesOf(file: string, text: AsyncIterable<string>): AsyncGenerator<Line> {
  const parser = parse({
    info: true,
    max_record_size: MAX_LINE_LENGTH,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
  });
  let [end, header, last] = ["", 0, 0];
  const fed = pipeline(async function* () {
    for await (const part of text) {
      end = part.slice(-1) || end;
      yield part;
    }
  }, parser);
  // The reader below gets the same error; without this line it would also count as unhandled.
  fed.catch(() => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      header ||= record.length;
      last = record.length;
      yield [info.lines, record];
    }
    await fed;
  } catch (error) {
    throw error instanceof CsvError ? unreadable(file, error) : error;
  }
  if (last < header && end !== "\n" && end !== "\r")
    throw new ImportFailure(`${file} ends in the middle of its last line: it is cut short. Download it again.`);
}

function unreadable(file: string, error: CsvError): ImportFailure {
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return new ImportFailure(
      `${file} is not a readable CSV: line ${String(error.lines)} is longer than ${MAX_LINE_LENGTH.toLocaleString("en-US")} ` +
        "characters. A quote in it may never be closed. Mend that line or download it again.",
    );
  return new ImportFailure(`${file} is not a readable CSV: ${error.message}. Mend that line or download it again.`);
}

function numbered(sheets: readonly string[][][]): Line[][] {
  return sheets.map((rows) => rows.map((cells, index) => [index + 1, cells] as const));
}

/** The first sheet with the columns; else the first sheet, whose columns are then reported as wrong. */
function sheetOf(file: string, sheets: readonly Line[][], columns: readonly string[]): Line[] {
  const lines = sheetWith(sheets, columns) ?? sheets[0] ?? [];
  const long = lines.find(([, cells]) => cells.reduce((sum, { length }) => sum + length, 0) > MAX_LINE_LENGTH);
  if (long)
    throw new ImportFailure(
      `${file}: row ${long[0]} is longer than ${MAX_LINE_LENGTH.toLocaleString("en-US")} characters. ` +
        "Mend that row or download it again.",
    );
  return lines;
}

/** The first sheet with the columns. */
function sheetWith(sheets: readonly Line[][], columns: readonly string[]): Line[] | undefined {
  return sheets.find(([header]) => missingColumns(header, columns).length === 0);
}

async function* rowsOf(
  file: string,
  lines: AsyncIterable<Line> | Iterable<Line>,
  columns: readonly string[],
): AsyncGenerator<TableRow> {
  let names: string[] | undefined;
  for await (const line of lines) {
    if (names) yield { line: line[0], cells: cellsOf(line, names) };
    else names = headerOf(file, line, columns);
  }
  if (!names) throw new ImportFailure(`${file} is empty. Download it again.`);
}

function headerOf(file: string, line: Line, columns: readonly string[]): string[] {
  if (missingColumns(line, columns).length > 0) throw wrongColumns(file, line, columns);
  const names = namesOf(line);
  const twice = columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice) throw new ImportFailure(`${file} has the column ${twice} twice. Take the file as it was published.`);
  return names;
}

function cellsOf([, cells]: Line, names: readonly string[]): TableRow["cells"] {
  if (cells.length !== names.length) return null;
  return Object.fromEntries(names.map((name, index) => [name, cells[index]?.trim() ?? ""]));
}

function missingColumns(header: Line | undefined, columns: readonly string[]): string[] {
  const names = namesOf(header);
  return columns.filter((column) => !names.includes(column));
}

function namesOf(header: Line | undefined): string[] {
  return header?.[1].map((name) => name.trim().toLowerCase()) ?? [];
}

function wrongColumns(file: string, header: Line | undefined, columns: readonly string[]): ImportFailure {
  return new ImportFailure(
    `${file} has other columns than this source. Missing: ${missingColumns(header, columns).join(", ")}. ` +
      `Found: ${namesOf(header).slice(0, 30).join(", ") || "none"}. Check --source, or take the file as it was published.`,
  );
}
