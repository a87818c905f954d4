import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import readWorkbook from "read-excel-file/node";
import { ImportFailure } from "./failure";

/** One row of a file as it stands there, with its 1-based line (CSV) or row (workbook), the header being 1. */
export interface TableRow {
  line: number;
  /** By column name in lower case; blank cells are "". Null when the row does not have the header's columns. */
  cells: Record<string, string> | null;
}

export interface Table {
  /** SHA-256 of the file's bytes, hex. */
  checksum: string;
  /** Read as they are asked for: a national file is much larger than what is kept of it. */
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
/** Text has no zero byte; what is none shows it within these. */
const HEAD = 4096;

/**
 * Reads a CSV, a gzipped CSV or an Excel workbook (its first sheet with the columns), told apart by their first bytes.
 * @param columns what the header must name, in lower case
 * @param besideColumns what the header of another sheet names, in lower case
 * @throws ImportFailure when the file is missing, unreadable or has other columns
 */
export async function readTable(
  file: string,
  columns: readonly string[],
  besideColumns?: readonly string[],
): Promise<Table> {
  const bytes = await bytesOf(file);
  const checksum = createHash("sha256").update(bytes).digest("hex");
  if (!startsWith(bytes, ZIP)) return { checksum, rows: rowsOf(file, linesOf(file, bytes), columns), beside: [] };
  const sheets = await sheetsOf(file, bytes);
  // Without one the first, whose columns are then found wrong.
  const lines = sheetWith(sheets, columns) ?? sheets[0] ?? [];
  const [header, ...others] = (besideColumns && sheetWith(sheets, besideColumns)) ?? [];
  const beside = others.map((line) => cellsOf(line, namesOf(header))).filter((cells) => cells !== null);
  return { checksum, rows: rowsOf(file, lines, columns), beside };
}

async function bytesOf(file: string): Promise<Buffer> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new ImportFailure(`There is no file ${file}. Check the path.`);
    if (error.code === "EISDIR") throw new ImportFailure(`${file} is a folder. Name the file in it.`);
    throw new ImportFailure(`${file} cannot be read (${error.code}). Check its permissions.`);
  });
  if (bytes.length === 0) throw new ImportFailure(`${file} is empty. Download it again.`);
  return bytes;
}

async function* linesOf(file: string, bytes: Buffer): AsyncGenerator<Line> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  if (bytes.subarray(0, HEAD).includes(0) && !startsWith(bytes, GZIP))
    throw new ImportFailure(`${file} is no CSV, gzipped CSV or Excel workbook (.xlsx). Download it again.`);
  const chunks = Readable.from([bytes]);
  const streams = startsWith(bytes, GZIP) ? [chunks, createGunzip(), parser] : [chunks, parser];
  const fed = pipeline(streams as [Readable, typeof parser]);
  // The reader below meets the same error; without this it would also count as unhandled.
  fed.catch(() => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) yield [info.lines, record];
    await fed;
  } catch (error) {
    if (error instanceof CsvError)
      throw new ImportFailure(`${file} is not a readable CSV: ${error.message}. Mend that line or download it again.`);
    throw new ImportFailure(`${file} cannot be unpacked. Download it again.`);
  }
}

async function sheetsOf(file: string, bytes: Buffer): Promise<Line[][]> {
  const sheets = await readWorkbook(bytes).catch(() => {
    throw new ImportFailure(`${file} is not a readable Excel workbook (.xlsx). Download it again or save it as CSV.`);
  });
  return sheets.map(({ data }) => data.map((cells, index) => [index + 1, cells.map(textOf)] as const));
}

/** The first sheet with the columns. */
function sheetWith(sheets: readonly Line[][], columns: readonly string[]): Line[] | undefined {
  return sheets.find(([header]) => missingColumns(header, columns).length === 0);
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}

async function* rowsOf(
  file: string,
  lines: AsyncIterable<Line> | Iterable<Line>,
  columns: readonly string[],
): AsyncGenerator<TableRow> {
  let names: string[] | undefined;
  for await (const line of lines) {
    if (names) yield { line: line[0], cells: cellsOf(line, names) };
    else if (missingColumns(line, columns).length > 0) throw wrongColumns(file, line, columns);
    else names = namesOf(line);
  }
  if (!names) throw new ImportFailure(`${file} is empty. Download it again.`);
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

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
