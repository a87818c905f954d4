import { isLicenseClass } from "@/lib/facts/license-class";
import type { Coordinates } from "@/lib/shared/geo";
import { parseZip } from "./zip";
import { cleaned, flawOfCells, loseSilently, loseZipPlus4, phonesIn, type Cells, type Lose } from "./cells";
import { countyNamed } from "./county";
import { readDay } from "./day";
import { readCount } from "./numbers";
import { readPosition } from "./stated-position";
import type { RowVerdict } from "./rows";
import { readYesNo } from "./yes-no";

export const STATE_COLUMNS = [
  "license_number",
  "facility_name",
  "legal_entity",
  "address_line1",
  "additional_locations",
  "city",
  "zip",
  "county",
  "phone",
  "setting_code",
  "offers_detox",
  "is_licensed",
  "is_certified",
  "license_expiration",
  "treatment_capacity",
  "target_population",
  "latitude",
  "longitude",
] as const;

/** Columns that a list may leave out: what they say is then unknown. */
const FURTHER_COLUMNS = ["address_line2", "incidental_medical_services"] as const;
const READ_COLUMNS = [...STATE_COLUMNS, ...FURTHER_COLUMNS] as const;

/** The columns of a license that the state's file states; dates are YYYY-MM-DD. */
export interface LicenseColumns {
  number: string;
  facilityName: string;
  legalEntity: string | null;
  street: string;
  street2: string | null;
  city: string;
  zip: string;
  /** From the county's name, whatever its code; empty when we cannot read it. */
  county: string;
  phone: string | null;
  isLicensed: boolean;
  isCertified: boolean;
  offersDetox: boolean;
  settingCode: string;
  expiresOn: string | null;
  capacity: number | null;
  targetPopulation: string | null;
  /** Whether medicine may be given on site. */
  medicalServices: boolean | null;
  latitude: number | null;
  longitude: number | null;
}

type StateCells = Record<(typeof READ_COLUMNS)[number], string>;

const YES_NO_COLUMNS = ["is_licensed", "is_certified", "offers_detox"] as const;

/**
 * One row of the state's license file. A row is refused when it has no number, name or ZIP, or when a decisive value
 * cannot be read: its county, its last day, a yes or no. Other lost values are reported.
 */
export function readStateRow(raw: Cells, county: string | null, lose: Lose = loseSilently): RowVerdict<LicenseColumns> {
  const cells = cleaned(raw, READ_COLUMNS);
  const named = countyNamed(cells.county);
  if (county && !named) return { kind: "refused", reason: countyUnread(cells.county) };
  if (county && named !== county) return { kind: "skipped", because: "other_county" };
  const zip = parseZip(cells.zip, "CA");
  const flaw = flawOfCells(raw, READ_COLUMNS) ?? flawOf(cells, zip);
  if (flaw || !zip) return { kind: "refused", reason: flaw ?? "", key: cells.license_number.toUpperCase() };
  if (!isLicenseClass(cells.setting_code.toUpperCase())) lose("setting_code", "is no class of license we know");
  if (cells.county && !named) lose("county", "county not read");
  return { kind: "row", row: columnsOf(cells, zip, named ?? "", lose) };
}

function countyUnread(text: string): string {
  return text ? `county not read: "${text.slice(0, 60)}"` : "county not read: there is none";
}

function flawOf(cells: StateCells, zip: string | null): string | undefined {
  if (!cells.license_number) return "there is no license number";
  if (/^\d+(?:\.\d+)?E\+\d+$/i.test(cells.license_number))
    return `license_number "${cells.license_number}" lost its digits in a spreadsheet`;
  if (!cells.facility_name) return "there is no facility name";
  if (!zip) return `"${cells.zip}" is no ZIP code`;
  if (cells.license_expiration && !readDay(cells.license_expiration))
    return `license_expiration "${cells.license_expiration}" is no date`;
  const unclear = YES_NO_COLUMNS.find((column) => readYesNo(cells[column]) === null);
  return unclear && `${unclear} "${cells[unclear]}" is neither yes nor no`;
}

function columnsOf(cells: StateCells, zip: string, county: string, lose: Lose): LicenseColumns {
  const position = positionIn(cells, zip, lose);
  loseZipPlus4(cells.zip, lose);
  return {
    number: cells.license_number.toUpperCase(),
    facilityName: cells.facility_name,
    legalEntity: cells.legal_entity || null,
    street: cells.address_line1,
    street2: cells.address_line2 || null,
    city: cells.city,
    zip,
    county,
    phone: phoneIn(cells, lose),
    isLicensed: readYesNo(cells.is_licensed) === true,
    isCertified: readYesNo(cells.is_certified) === true,
    offersDetox: readYesNo(cells.offers_detox) === true,
    settingCode: cells.setting_code.toUpperCase(),
    expiresOn: readDay(cells.license_expiration),
    capacity: capacityIn(cells, lose),
    targetPopulation: cells.target_population || null,
    medicalServices: medicalServicesIn(cells, lose),
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
  };
}

function positionIn({ latitude, longitude }: StateCells, zip: string, lose: Lose): Coordinates | null {
  const position = readPosition(latitude, longitude, zip);
  if (!position && (latitude || longitude))
    lose("latitude, longitude", "is no place in California near its ZIP", `${latitude}, ${longitude}`);
  return position;
}

/** A license can hold one number, without an extension. */
function phoneIn(cells: StateCells, lose: Lose): string | null {
  const [phone, ...others] = phonesIn(cells, ["phone"], lose);
  if (phone?.extension) lose("phone", "the extension", phone.extension);
  for (const { number } of others) lose("phone", "a second number", number);
  return phone?.number ?? null;
}

function capacityIn({ treatment_capacity: text }: StateCells, lose: Lose): number | null {
  const beds = readCount(text);
  if (text && beds === null) lose("treatment_capacity", "is no number of beds");
  // The state writes 0 for outpatient programs, which have no beds to count.
  return beds || null;
}

function medicalServicesIn({ incidental_medical_services: text }: StateCells, lose: Lose): boolean | null {
  const allowed = text ? readYesNo(text) : null;
  if (text && allowed === null) lose("incidental_medical_services", "is neither yes nor no");
  return allowed;
}

/** The columns of `LicenseColumns`, as a query names them. */
export const licenseColumns = {
  number: true,
  facilityName: true,
  legalEntity: true,
  street: true,
  street2: true,
  city: true,
  zip: true,
  county: true,
  phone: true,
  isLicensed: true,
  isCertified: true,
  offersDetox: true,
  settingCode: true,
  expiresOn: true,
  capacity: true,
  targetPopulation: true,
  medicalServices: true,
  latitude: true,
  longitude: true,
} as const;
