import { stringify } from "csv-stringify/sync";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { parsePhone } from "@/lib/shared/phone";
import { houseAddress, mayBeSameHouse } from "@/lib/sources/address";
import { countyOfZip } from "@/lib/sources/county";
import { ImportFailure } from "@/lib/sources/failure";
import { parseZip } from "@/lib/sources/zip";
import { counted } from "@/lib/shared/counted";
import { readPublishedCsv, requireColumns } from "./published-csv";

/** The columns of SAMHSA's list of opioid treatment programs that we read, in lower case. */
const COLUMNS = ["program name", "street", "city", "state", "zip code", "phone", "certification"] as const;

/** A program on SAMHSA's list. */
export interface CertifiedProgram {
  name: string;
  street: string;
  city: string;
  zip: string;
  /** E.164. */
  phone: string | null;
  /** As the list has it: "Certified", "Provisional". */
  certification: string;
}

/** A published listing, as far as it can be the address of a program. */
export interface ProgramListing {
  slug: string;
  street: string;
  zip: string;
  phones: string[];
  /** Whether it answers that it is an opioid treatment program. */
  isProgram: boolean;
}

export interface ProgramComparison {
  /** Programs that a listing with that answer stands for. */
  found: number;
  /** The others, each with the slugs of listings at its house, or with its phone, that answer otherwise. */
  unlisted: (CertifiedProgram & { alike: string[] })[];
  /** Slugs of listings that answer so and are not on the list. */
  unnamed: string[];
}

/**
 * The rows of the served county, in an order of their own: equal lists are equal files.
 * @throws ImportFailure when columns are missing, or the list has no program of the county
 */
export function toProgramFile(bytes: Buffer): Buffer {
  const { columns, rows } = readPublishedCsv(bytes);
  requireColumns(columns, COLUMNS);
  const ours = rows.filter((row) => row.state?.toUpperCase() === "CA" && isServed(row["zip code"] ?? ""));
  if (ours.length === 0)
    throw new ImportFailure(
      `The list has no program of ${SERVED_COUNTY} County among its ${counted(rows.length, "row")}.`,
    );
  const lines = ours.map((row) => COLUMNS.map((name) => row[name] ?? ""));
  lines.sort((a, b) => a.join("\n").localeCompare(b.join("\n"), "en"));
  return Buffer.from(stringify([[...COLUMNS], ...lines]));
}

function isServed(text: string): boolean {
  const zip = parseZip(text, "CA");
  return zip !== null && countyOfZip(zip) === SERVED_COUNTY;
}

/** What `toProgramFile` made. */
export function readPrograms(file: Buffer): CertifiedProgram[] {
  return readPublishedCsv(file).rows.map((row) => ({
    name: row["program name"] ?? "",
    street: row.street ?? "",
    city: row.city ?? "",
    zip: parseZip(row["zip code"] ?? "", "CA") ?? "",
    phone: parsePhone(row.phone ?? "")?.number ?? null,
    certification: row.certification ?? "",
  }));
}

/** Looks for each program among the listings, by phone and by house, and for each listing that answers so on the list. */
export function comparePrograms(
  programs: readonly CertifiedProgram[],
  listings: readonly ProgramListing[],
): ProgramComparison {
  const pairs = programs.map((program) => ({ program, alike: listings.filter((each) => isAlike(program, each)) }));
  const answering = new Set(pairs.flatMap(({ alike }) => alike).map(({ slug }) => slug));
  const others = pairs.filter(({ alike }) => alike.every(({ isProgram }) => !isProgram));
  return {
    found: programs.length - others.length,
    unlisted: others.map(({ program, alike }) => ({ ...program, alike: alike.map(({ slug }) => slug).sort() })),
    unnamed: listings
      .filter(({ slug, isProgram }) => isProgram && !answering.has(slug))
      .map(({ slug }) => slug)
      .sort(),
  };
}

function isAlike(program: CertifiedProgram, { phones, zip, street }: ProgramListing): boolean {
  if (program.phone !== null && phones.includes(program.phone)) return true;
  const [one, other] = [houseAddress(program.street), houseAddress(street)];
  return program.zip === zip && one !== null && other !== null && mayBeSameHouse(one, other);
}
