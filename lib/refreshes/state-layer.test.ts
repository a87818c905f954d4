import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { readStateRow, STATE_COLUMNS } from "@/lib/sources/state";
import { toStateFile } from "./state-layer";

const LAYER = {
  OBJECTID: "7",
  Application_Number: "190001AN",
  Facility_Name: "HARBOR CLINIC",
  Legal_Entity_Name: "HARBOR, INC.",
  Facility_Address1: "100 MAIN ST.",
  Facility_Address2: "",
  Additional_Facility_Locations: "102 MAIN ST.",
  Facility_City: "LOS ANGELES,",
  Facility_State: "CA",
  Facility_Zip: "90012",
  CountyName: "Los Angeles County",
  County_Code: "19",
  Facility_Phone: "(213) 555-2368",
  Program_Code: "RES-DETOX",
  Type_of_Application: "Licensed and Certified",
  Lic_Expiration_Date: "2/28/2027",
  Treatment_Capacity: "20",
  Total_Capacity: "24",
  Target_Population: "1.10---CO-ED/YOUTH",
  Incident_Medical_Services: "Yes",
  Adolescent_Waiver: "No",
  Latitude: "34.05611111111",
  Longitude: "-118.2365",
};

const cell = (text: string) => `"${text}"`;
const layer = (...rows: Partial<typeof LAYER>[]) =>
  Buffer.from(
    [Object.keys(LAYER), ...rows.map((row) => Object.values({ ...LAYER, ...row }))]
      .map((cells) => `${cells.map(cell).join(",")}\r\n`)
      .join(""),
  );
const rowsOf = (file: Buffer) => parse<Record<string, string>>(file, { columns: true });

test("a row of the layer has our columns, one thing in each, and its license is read", () => {
  const [row = {}] = rowsOf(toStateFile(layer({})));
  expect(Object.keys(row)).toEqual(expect.arrayContaining([...STATE_COLUMNS]));
  expect(row).toMatchObject({
    city: "LOS ANGELES",
    setting_code: "RES",
    offers_detox: "true",
    is_licensed: "true",
    is_certified: "true",
    target_population_code: "1.10",
    target_population: "CO-ED/YOUTH",
    latitude: "34.056111",
    incidental_medical_services: "Yes",
  });
  expect(readStateRow(row, null)).toMatchObject({
    kind: "row",
    row: { number: "190001AN", expiresOn: "2027-02-28", capacity: 20, isLicensed: true },
  });
});

test("equal lists are equal files, whatever their order and row numbers are", () => {
  const one = layer({ OBJECTID: "1" }, { OBJECTID: "2", Application_Number: "190002AN" });
  const other = layer({ OBJECTID: "8", Application_Number: "190002AN" }, { OBJECTID: "9" });
  expect(toStateFile(one)).toEqual(toStateFile(other));
});

test("another kind of authorization is not guessed: the importer refuses the row and names it", () => {
  const [row = {}] = rowsOf(toStateFile(layer({ Type_of_Application: "Exempt" })));
  expect(readStateRow(row, null)).toMatchObject({
    kind: "refused",
    reason: 'is_licensed "Exempt" is neither yes nor no',
  });
});

test("a list in our columns stays as it is; the layer without a column is refused with its name", () => {
  const ours = Buffer.from("license_number,facility_name\n1,A\n");
  expect(toStateFile(ours)).toBe(ours);
  const lacking = Buffer.from(layer({}).toString().replace("CountyName", "County"));
  expect(() => toStateFile(lacking)).toThrow(/Missing: countyname\./);
});
