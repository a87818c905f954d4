import { parsePhone } from "@/lib/shared/phone";
import { parseZip } from "./address";
import { countyNamed } from "./county";
import type { Cells, RowVerdict } from "./rows";

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

/** The columns of a license that the state's file states; dates are YYYY-MM-DD. */
export interface LicenseColumns {
  number: string;
  facilityName: string;
  legalEntity: string | null;
  street: string;
  city: string;
  zip: string;
  /** As the county's name says, whatever its code; empty when the row names none. */
  county: string;
  phone: string | null;
  isLicensed: boolean;
  isCertified: boolean;
  offersDetox: boolean;
  settingCode: string;
  expiresOn: string | null;
  capacity: number | null;
  targetPopulation: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** One row of the state's license file; a row without number, name or ZIP is refused. */
export function readStateRow(cells: Cells, county: string | null): RowVerdict<LicenseColumns> {
  const named = countyNamed(cells.county ?? "") ?? "";
  if (county && named !== county) return { kind: "skipped", because: "other_county" };
  const zip = parseZip(cells.zip ?? "");
  if (!cells.license_number) return { kind: "refused", reason: "there is no license number" };
  if (!cells.facility_name) return { kind: "refused", reason: "there is no facility name" };
  if (!zip) return { kind: "refused", reason: `"${cells.zip}" is no ZIP code` };
  return { kind: "row", row: columnsOf(cells, zip, named) };
}

function columnsOf(cells: Cells, zip: string, county: string): LicenseColumns {
  const position = [numberIn(cells.latitude), numberIn(cells.longitude)];
  const isWhole = position.every((degrees) => degrees !== null);
  return {
    number: cells.license_number ?? "",
    facilityName: cells.facility_name ?? "",
    legalEntity: cells.legal_entity || null,
    street: cells.address_line1 ?? "",
    city: cells.city ?? "",
    zip,
    county,
    phone: parsePhone(cells.phone ?? "")?.number ?? null,
    isLicensed: cells.is_licensed === "true",
    isCertified: cells.is_certified === "true",
    offersDetox: cells.offers_detox === "true",
    settingCode: cells.setting_code ?? "",
    expiresOn: /^\d{4}-\d{2}-\d{2}$/.test(cells.license_expiration ?? "") ? (cells.license_expiration ?? null) : null,
    // The state writes 0 for outpatient programs, which have no beds to count.
    capacity: numberIn(cells.treatment_capacity) || null,
    targetPopulation: cells.target_population || null,
    latitude: isWhole ? (position[0] ?? null) : null,
    longitude: isWhole ? (position[1] ?? null) : null,
  };
}

function numberIn(text: string | undefined): number | null {
  return text && Number.isFinite(Number(text)) ? Number(text) : null;
}
