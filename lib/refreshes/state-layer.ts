import { stringify } from "csv-stringify/sync";
import { readPublishedCsv, requireColumns, type PublishedRow } from "./published-csv";

/**
 * The columns of the state's map layer "SUD_Recovery_Treatment_Facilities", in lower case, and what our importer calls
 * them. The file of the seed was made of this layer, and the dictionary of who made it names each.
 */
const RENAMED: Readonly<Record<string, string>> = {
  application_number: "license_number",
  facility_name: "facility_name",
  legal_entity_name: "legal_entity",
  facility_address1: "address_line1",
  facility_address2: "address_line2",
  additional_facility_locations: "additional_locations",
  facility_city: "city",
  facility_state: "state",
  facility_zip: "zip",
  countyname: "county",
  county_code: "county_code",
  facility_phone: "phone",
  lic_expiration_date: "license_expiration",
  treatment_capacity: "treatment_capacity",
  total_capacity: "total_capacity",
  incident_medical_services: "incidental_medical_services",
  adolescent_waiver: "adolescent_waiver",
  latitude: "latitude",
  longitude: "longitude",
};

/** Columns that hold two things. */
const SPLIT = ["program_code", "type_of_application", "target_population"];
/** Only the layer calls the license's number so. */
const TELLING = "application_number";

const DETOX = /-DETOX$/i;
const MAX_DECIMALS = 1_000_000;

/**
 * The state's list as our importer reads it: of the published layer a CSV with our columns, in the order of its license
 * numbers, so that equal lists are equal files. Its own row numbers change with every download.
 * @returns the bytes as they are when they are no such layer: the importer then says which columns it misses
 * @throws ImportFailure when it is the layer without one of its columns
 */
export function toStateFile(bytes: Buffer): Buffer {
  const { columns, rows } = readPublishedCsv(bytes);
  if (!columns.includes(TELLING)) return bytes;
  requireColumns(columns, [...Object.keys(RENAMED), ...SPLIT]);
  const licenses = rows.map(toLicenseRow);
  licenses.sort((a, b) => compare(a.license_number, b.license_number));
  return Buffer.from(stringify(licenses, { header: true }));
}

function toLicenseRow(row: PublishedRow): PublishedRow {
  const named = Object.fromEntries(Object.entries(RENAMED).map(([theirs, ours]) => [ours, row[theirs] ?? ""]));
  const { program_code: program = "", target_population: population = "", type_of_application: type = "" } = row;
  const [code, label] = population.includes("---") ? population.split("---", 2) : ["", population];
  return {
    ...named,
    city: (named.city ?? "").replace(/,+$/, ""),
    setting_code: program.replace(DETOX, ""),
    offers_detox: String(DETOX.test(program)),
    is_licensed: says(type, /licensed/i),
    is_certified: says(type, /certified/i),
    target_population_code: code?.trim() ?? "",
    target_population: label?.trim() ?? "",
    latitude: rounded(row.latitude ?? ""),
    longitude: rounded(row.longitude ?? ""),
  };
}

/** "Licensed", "Certified", "Licensed and Certified". Other words stay, so that the importer refuses the row. */
function says(type: string, word: RegExp): string {
  return /licensed|certified/i.test(type) || type === "" ? String(word.test(type)) : type;
}

/** As exact as the file of the seed: a foot is close enough, and the layer's last digits change. */
function rounded(degrees: string): string {
  const number = Number(degrees);
  return degrees === "" || Number.isNaN(number) ? degrees : String(Math.round(number * MAX_DECIMALS) / MAX_DECIMALS);
}

function compare(one = "", other = ""): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
