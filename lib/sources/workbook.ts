import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";
import readWorkbook from "read-excel-file/node";
import { ImportFailure } from "./failure";

/**
 * A workbook is read as a whole. The published one unpacks to 6 MB a part; a larger one than this would need all
 * memory.
 */
const MAX_FILE_BYTES = 100_000_000;
const MAX_PART_BYTES = 60_000_000;

/** A ZIP archive's directory: the signature of an entry, and what its fields take before the name. */
const ENTRY = Buffer.from("PK\u0001\u0002", "latin1");
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const DEFLATED = 8;

/** A cell with an error (#N/A), and one whose formula has no result: the library reads both as blanks. */
const FAULT = /<(?:\w+:)?c\b[^>]*\bt="e"[^>]*>/;
const UNCOMPUTED = /<(?:\w+:)?c\b[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*\/>|[^>]*>[^<]*<\/(?:\w+:)?f>)\s*<\/(?:\w+:)?c>/;

interface Part {
  name: string;
  /** Unpacked. */
  size: number;
  unpack: () => string;
}

/**
 * The cells of each sheet of an Excel workbook (.xlsx), as texts: true dates as ISO moments, an empty cell as "".
 * @throws ImportFailure when it is no workbook, is cut off, is too large, or has a cell that only looks blank
 */
export async function readSheets(file: string): Promise<string[][][]> {
  const bytes = await readFile(file);
  const parts = partsOf(bytes);
  if (bytes.length > MAX_FILE_BYTES || parts.some(({ size }) => size > MAX_PART_BYTES))
    throw new ImportFailure(`${file} is too large for a workbook. Save its sheet as CSV in UTF-8.`);
  const sheets = await readWorkbook(bytes).catch(() => {
    throw new ImportFailure(`${file} is not a readable Excel workbook (.xlsx). Download it again or save it as CSV.`);
  });
  const cell = brokenCell(parts);
  if (cell)
    throw new ImportFailure(`${file}: cell ${cell} has a fault, or a formula without its result. Mend that cell.`);
  return sheets.map(({ data }) => data.map((cells) => cells.map(textOf)));
}

/** What the archive's own directory names. */
function partsOf(archive: Buffer): Part[] {
  const parts: Part[] = [];
  for (let at = archive.indexOf(ENTRY); at >= 0; at = archive.indexOf(ENTRY, at + ENTRY.length)) {
    if (at + ENTRY_SIZE > archive.length) break;
    const [packed, size, local] = [20, 24, 42].map((field) => archive.readUInt32LE(at + field)) as [
      number,
      number,
      number,
    ];
    const isDeflated = archive.readUInt16LE(at + 10) === DEFLATED;
    const name = archive.toString("latin1", at + ENTRY_SIZE, at + ENTRY_SIZE + archive.readUInt16LE(at + 28));
    const unpack = () => {
      const start = local + LOCAL_SIZE + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const data = archive.subarray(start, start + packed);
      return (isDeflated ? inflateRawSync(data, { maxOutputLength: MAX_PART_BYTES }) : data).toString("latin1");
    };
    parts.push({ name, size, unpack });
  }
  return parts;
}

/** The first cell, such as "G12", that has an error or a formula without a result. */
function brokenCell(parts: readonly Part[]): string | undefined {
  for (const { unpack } of parts.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))) {
    const sheet = unpack();
    const cell = (FAULT.exec(sheet) ?? UNCOMPUTED.exec(sheet))?.[0];
    if (cell) return /\br="([A-Z]+\d+)"/.exec(cell)?.[1] ?? "?";
  }
  return undefined;
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.valueOf()) ? "no date" : cell.toISOString();
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}
