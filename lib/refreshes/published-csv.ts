import { CsvError, parse } from "csv-parse/sync";
import { decoderOf, EncodingScan } from "@/lib/sources/encoding";
import { ImportFailure } from "@/lib/sources/failure";

export type PublishedRow = Record<string, string>;

/**
 * The rows of a CSV as it was published, by column name in lower case; cells without blanks around them.
 * @throws ImportFailure when it is no CSV, or ends in the middle of a row
 */
export function readPublishedCsv(bytes: Buffer): { columns: string[]; rows: PublishedRow[] } {
  const [header = [], ...lines] = linesOf(textOf(bytes));
  const columns = header.map((name) => name.trim().toLowerCase());
  const rows = lines.map((cells) => Object.fromEntries(columns.map((name, at) => [name, cells[at]?.trim() ?? ""])));
  return { columns, rows };
}

/** @throws ImportFailure that names what is missing, and what is there */
export function requireColumns(columns: readonly string[], needed: readonly string[]): void {
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw new ImportFailure(
      `The published file has other columns than we know. Missing: ${missing.join(", ")}. ` +
        `Found: ${columns.slice(0, 30).join(", ") || "none"}. Somebody must look at it.`,
    );
}

function textOf(bytes: Buffer): string {
  const scan = new EncodingScan();
  scan.add(bytes);
  const verdict = scan.end();
  if ("flaw" in verdict) throw new ImportFailure(`The published file ${verdict.flaw}`);
  const decode = decoderOf(verdict.encoding);
  return decode(bytes) + decode();
}

function linesOf(text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportFailure(
      `The published file is no whole CSV: ${error.message}. It may be cut short. Try again later.`,
    );
  }
}
