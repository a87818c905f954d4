import { oneLine } from "@/lib/shared/text";
import { readPhones, type PhoneNumber } from "@/lib/shared/phone";
import { readZip } from "./zip";

export type Cells = Readonly<Record<string, string>>;

/** Reports that a value is not imported although its row is. Without `value` it is the whole cell. */
export type Lose = (column: string, because: string, value?: string) => void;

export const loseSilently: Lose = () => {};

/** The longest value in the published files has 134 characters, and one of free text 714. Longer is a broken quote. */
const MAX_CELL_LENGTH = 240;
const MAX_TEXT_LENGTH = 10_000;
const FREE_TEXT = new Set(["service_code_info", "additional_locations"]);

/** What a spreadsheet shows, and saves, when a formula failed or a column was too narrow. */
const FAULT = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|#+)$/i;

/** The columns that we read, each in one line, without doubled blanks; the raw row is kept as it is. */
export function cleaned<Column extends string>(cells: Cells, columns: readonly Column[]): Record<Column, string> {
  return Object.fromEntries(columns.map((column) => [column, oneLine(cells[column] ?? "")])) as Record<Column, string>;
}

/** Why a row cannot be accepted, whatever its columns mean. */
export function flawOfCells(cells: Cells, columns: readonly string[]): string | undefined {
  for (const column of columns) {
    const text = cells[column] ?? "";
    if (/[\uFFFD\0]/.test(text)) return `a character of ${column} was lost when the file was saved`;
    if (FAULT.test(text.trim())) return `${column} is a spreadsheet's fault: ${text.trim().slice(0, 10)}`;
    const longest = FREE_TEXT.has(column) ? MAX_TEXT_LENGTH : MAX_CELL_LENGTH;
    if (text.length > longest) return `${column} is longer than ${longest.toLocaleString("en-US")} characters`;
  }
  return undefined;
}

/** The numbers of some phone columns; reports text that nobody can dial. */
export function phonesIn<Column extends string>(
  cells: Record<Column, string>,
  columns: readonly Column[],
  lose: Lose,
): PhoneNumber[] {
  return columns.flatMap((column) => {
    const { numbers, unread } = readPhones(cells[column]);
    for (const part of unread) lose(column, "is no number that can be dialed", part);
    return numbers;
  });
}

/** A listing and a license keep the five digits. */
export function loseZipPlus4(text: string, lose: Lose): void {
  const plus4 = readZip(text)?.plus4;
  if (plus4) lose("zip", "the last four digits", plus4);
}
