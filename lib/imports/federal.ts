import { listingKind } from "@/lib/listings/kind";
import { parsePhone } from "@/lib/shared/phone";
import type { ListingKind } from "@/prisma/generated/enums";
import { isConfidential, parseZip } from "./address";
import { answersOf, type Answers } from "./answers";
import type { CodeBook } from "./code-book";
import { countyOfZip } from "./county";
import type { Cells, RowVerdict } from "./rows";
import { siteKeyOf } from "./site-key";

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
  kind: ListingKind;
}

export interface FederalSite {
  key: string;
  columns: SiteColumns;
  answers: Answers;
}

/**
 * One row of the directory as a site. Rows for mental health (the CSV's `directory_type`) are skipped, as are those of
 * another county when one is asked for; a row without name, state or ZIP is refused.
 * @param book the codes that its edition asked about
 */
export function readFederalRow(cells: Cells, county: string | null, book?: CodeBook): RowVerdict<FederalSite> {
  if (cells.directory_type === "mental") return { kind: "skipped", because: "mental_health" };
  const zip = parseZip(cells.zip ?? "");
  const flaw = flawOf(cells, zip);
  if (flaw || !zip) return { kind: "refused", reason: flaw ?? "" };
  if (county && countyOf(cells, zip) !== county) return { kind: "skipped", because: "other_county" };
  const answers = answersOf(cells.service_code_info ?? "", book);
  const columns = columnsOf(cells, zip, listingKind(new Set(answers.yes)));
  return { kind: "row", row: { key: siteKeyOf(columns), columns, answers } };
}

function flawOf(cells: Cells, zip: string | null): string | undefined {
  if (FEDERAL_COLUMNS.every((column) => !cells[column])) return "the row is blank";
  if (!cells.name1) return "there is no name (name1)";
  if (!/^[A-Z]{2}$/.test(cells.state ?? "")) return `"${cells.state}" is no state`;
  if (!zip) return `"${cells.zip}" is no ZIP code`;
  return cells.city ? undefined : "there is no city";
}

function countyOf(cells: Cells, zip: string): string | null {
  return cells.state === "CA" ? countyOfZip(zip) : null;
}

function columnsOf(cells: Cells, zip: string, kind: ListingKind): SiteColumns {
  const phone = parsePhone(cells.phone ?? "");
  const intake = [cells.intake1, cells.intake2, cells.intake1a, cells.intake2a].map((text) => parsePhone(text ?? ""));
  const street = cells.street1 ?? "";
  return {
    name: cells.name1 ?? "",
    unit: cells.name2 || null,
    street: isConfidential(street) ? "" : street,
    street2: cells.street2 || null,
    city: cells.city ?? "",
    state: cells.state ?? "",
    zip,
    county: countyOf(cells, zip),
    phone: phone?.number ?? null,
    phoneExtension: phone?.extension ?? null,
    intakePhones: [...new Set(intake.flatMap((each) => each?.number ?? []))],
    kind,
  };
}
