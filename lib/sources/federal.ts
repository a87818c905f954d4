import type { PhoneNumber } from "@/lib/shared/phone";
import { isConfidential } from "./address";
import { answersOf, type Answers } from "./answers";
import type { CodeBook } from "./code-book";
import { countyOfZip } from "./county";
import { cleaned, flawOfCells, loseSilently, loseZipPlus4, phonesIn, type Cells, type Lose } from "./cells";
import type { RowVerdict, Telling } from "./rows";
import { looksLike, siteKeyOf } from "./site-key";
import { readState } from "./us-state";
import { parseZip } from "./zip";

export const FEDERAL_COLUMNS = [
  "name1",
  "name2",
  "street1",
  "street2",
  "city",
  "state",
  "zip",
  "phone",
  "intake1",
  "intake2",
  "intake1a",
  "intake2a",
  "service_code_info",
] as const;

/** The columns of a listing that the federal directory states. */
export interface SiteColumns {
  name: string;
  unit: string | null;
  /** Empty for a confidential site. */
  street: string;
  street2: string | null;
  city: string;
  state: string;
  zip: string;
  county: string | null;
  phone: string | null;
  phoneExtension: string | null;
  intakePhones: string[];
}

export interface FederalSite {
  key: string;
  columns: SiteColumns;
  answers: Answers;
}

/** Rows of one place that differ in any answer, or in a phone, are listings of their own: nothing of a program is lost. */
export const FEDERAL_TELLING: Telling<FederalSite> = {
  keyOf: ({ key }) => key,
  details: {
    looksLike: ({ columns }) => looksLike(columns),
    answersOf: ({ answers }) => [...answers.yes, "|", ...answers.unrecognised].join(" "),
    phonesOf: ({ columns }) => columns.intakePhones.join(" "),
    withKey: (site, key) => ({ ...site, key }),
  },
};

type FederalCells = Record<(typeof FEDERAL_COLUMNS)[number], string>;

const INTAKE_COLUMNS = ["intake1", "intake2", "intake1a", "intake2a"] as const;

/**
 * One row of the directory as a site. Rows for mental health (the CSV's `directory_type`) are skipped, as are those of
 * another county when one is asked for; a row without any name, state or ZIP, or with codes that are written otherwise than
 * the directory writes them, is refused. What is lost besides is named.
 * @param book the codes that its edition asked about
 */
export function readFederalRow(
  raw: Cells,
  county: string | null,
  lose: Lose = loseSilently,
  book?: CodeBook,
): RowVerdict<FederalSite> {
  const directory = raw.directory_type?.toLowerCase() ?? "";
  if (directory === "mental") return { kind: "skipped", because: "mental_health" };
  const cells = cleaned(raw, FEDERAL_COLUMNS);
  const state = readState(cells.state);
  const zip = parseZip(cells.zip, state ?? undefined);
  const flaw = flawOfCells(raw, FEDERAL_COLUMNS) ?? flawOf(cells, state, zip) ?? flawOfDirectory(directory);
  if (flaw || !zip || !state) return { kind: "refused", reason: flaw ?? "" };
  const place = { zip, state, county: state === "CA" ? countyOfZip(zip) : null };
  if (county && state === "CA" && !place.county) return { kind: "refused", reason: `county not read: ZIP ${zip}` };
  if (county && place.county !== county) return { kind: "skipped", because: "other_county" };
  if (state === "CA" && !place.county) lose("zip", "county not read");
  const answers = answersOf(cells.service_code_info, book);
  if (answers.yes.length === 0) lose("service_code_info", "no code we know, so a new place stays a draft");
  const columns = columnsOf(cells, place, lose);
  return { kind: "row", row: { key: siteKeyOf(columns), columns, answers } };
}

function flawOf(cells: FederalCells, state: string | null, zip: string | null): string | undefined {
  if (FEDERAL_COLUMNS.every((column) => !cells[column])) return "the row is blank";
  if (!cells.name1 && !cells.name2) return "there is no name (name1, name2)";
  if (!state) return `"${cells.state}" is no state`;
  if (!zip) return `"${cells.zip}" is no ZIP code`;
  if (!cells.city) return "there is no city";
  // Codes with commas, with pipes or in lower case are no codes: the place would be published without any facts.
  const odd = cells.service_code_info.split(/[\s*]+/).find((code) => !/^[A-Z0-9]*$/.test(code));
  return odd && `service_code_info has "${odd.slice(0, 40)}", and codes are capitals with blanks between them`;
}

function flawOfDirectory(directory: string): string | undefined {
  return directory === "" || directory === "substance" ? undefined : `directory_type "${directory}" is not known`;
}

function columnsOf(cells: FederalCells, place: Pick<SiteColumns, "zip" | "state" | "county">, lose: Lose): SiteColumns {
  const [phone, ...others] = phonesIn(cells, ["phone"], lose);
  loseZipPlus4(cells.zip, lose);
  return {
    // A row without an operator is named by its program.
    name: cells.name1 || cells.name2,
    unit: (cells.name1 && cells.name2) || null,
    street: isConfidential(cells.street1) ? "" : cells.street1,
    street2: cells.street2 || null,
    city: cells.city,
    ...place,
    phone: phone?.number ?? null,
    phoneExtension: phone?.extension ?? null,
    intakePhones: furtherPhones(others, cells, lose),
  };
}

/** The intake lines, and further numbers of the phone column; a further number has no room for an extension. */
function furtherPhones(others: readonly PhoneNumber[], cells: FederalCells, lose: Lose): string[] {
  const intake = INTAKE_COLUMNS.flatMap((column) =>
    phonesIn(cells, [column], lose).map((phone) => ({ ...phone, column })),
  );
  const further = [...others.map((phone) => ({ ...phone, column: "phone" })), ...intake];
  for (const { column, extension } of further) if (extension) lose(column, "the extension", extension);
  return [...new Set(further.map(({ number }) => number))];
}
