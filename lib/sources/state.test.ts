import fc from "fast-check";
import { expect, test } from "vitest";
import { oneLine } from "@/lib/shared/text";
import { readStateRow } from "./state";

const ROW = {
  license_number: "150084AP",
  facility_name: "REGGIE'S RECOVERY II, LLC",
  legal_entity: "",
  city: "LEBEC",
  address_line1: "37403 GORMAN POST ROAD",
  additional_locations: "",
  zip: "93243-1234",
  county_code: "15",
  county: "Los Angeles County",
  phone: "(818) 940-6697 X2",
  setting_code: "RES",
  offers_detox: "true",
  is_licensed: "true",
  is_certified: "false",
  license_expiration: "2028-04-30",
  treatment_capacity: "6",
  target_population: "CO-ED",
  latitude: "34.777211",
  longitude: "-118.788738",
};

test("a row becomes a license; the county's name counts, not its code", () => {
  expect(readStateRow(ROW, "Los Angeles")).toEqual({
    kind: "row",
    row: {
      number: "150084AP",
      facilityName: "REGGIE'S RECOVERY II, LLC",
      legalEntity: null,
      city: "LEBEC",
      street: "37403 GORMAN POST ROAD",
      street2: null,
      zip: "93243",
      county: "Los Angeles",
      phone: "+18189406697",
      isLicensed: true,
      isCertified: false,
      offersDetox: true,
      settingCode: "RES",
      expiresOn: "2028-04-30",
      capacity: 6,
      targetPopulation: "CO-ED",
      medicalServices: null,
      latitude: 34.777211,
      longitude: -118.788738,
    },
  });
});

test("columns that older lists do not have say more, where they are there", () => {
  const row = { ...ROW, address_line2: "SUITE 2", incidental_medical_services: "true" };
  expect(readStateRow(row, null)).toMatchObject({ row: { street2: "SUITE 2", medicalServices: true } });
  const lost: string[] = [];
  const unread = { ...row, incidental_medical_services: "perhaps" };
  expect(readStateRow(unread, null, (column) => lost.push(column))).toMatchObject({ row: { medicalServices: null } });
  expect(lost).toContain("incidental_medical_services");
});

test("what is blank is unknown, and half a position is none", () => {
  const blank = { ...ROW, license_expiration: "", treatment_capacity: "0", phone: "", latitude: "" };
  expect(readStateRow(blank, null)).toMatchObject({
    row: { expiresOn: null, capacity: null, phone: null, latitude: null, longitude: null },
  });
});

test("other counties are skipped, rows without number, name or ZIP refused", () => {
  expect(readStateRow(ROW, "Kern")).toEqual({ kind: "skipped", because: "other_county" });
  expect(readStateRow({ ...ROW, license_number: "" }, null)).toMatchObject({ reason: "there is no license number" });
  expect(readStateRow({ ...ROW, facility_name: "" }, null)).toMatchObject({ reason: "there is no facility name" });
  expect(readStateRow({ ...ROW, zip: "" }, null)).toMatchObject({ reason: '"" is no ZIP code' });
});

test.each([
  ["license_expiration", "02/30/2027", 'license_expiration "02/30/2027" is no date'],
  ["license_expiration", "31/12/2027", 'license_expiration "31/12/2027" is no date'],
  ["license_expiration", "N/A", 'license_expiration "N/A" is no date'],
  ["is_licensed", "maybe", 'is_licensed "maybe" is neither yes nor no'],
  ["is_certified", "2", 'is_certified "2" is neither yes nor no'],
  ["offers_detox", "?", 'offers_detox "?" is neither yes nor no'],
  ["zip", "9001", '"9001" is no ZIP code'],
  ["facility_name", "Cl\uFFFDnica", "a character of facility_name was lost when the file was saved"],
  ["facility_name", "#NAME?", "facility_name is a spreadsheet's fault: #NAME?"],
  ["license_expiration", "##########", "license_expiration is a spreadsheet's fault: ##########"],
  ["license_number", "1.90001E+05", 'license_number "1.90001E+05" lost its digits in a spreadsheet'],
  ["legal_entity", "x".repeat(241), "legal_entity is longer than 240 characters"],
])("a row whose %s is %j is refused: never a guess, never valid without end", (column, text, reason) => {
  expect(readStateRow({ ...ROW, [column]: text }, null)).toMatchObject({ kind: "refused", reason });
});

test("whatever stands where the last day belongs: without end is only what is blank", () => {
  const texts = fc.oneof(fc.string(), fc.stringMatching(/^[\d/. -]{1,10}$/));
  fc.assert(
    fc.property(texts, (text) => {
      const verdict = readStateRow({ ...ROW, license_expiration: text }, null);
      const isWithoutEnd = verdict.kind === "row" && verdict.row.expiresOn === null;
      expect(isWithoutEnd).toBe(oneLine(text) === "");
    }),
  );
});

test.each([
  ["license_expiration", "12/31/2027", { expiresOn: "2027-12-31" }],
  ["license_expiration", "46752", { expiresOn: "2027-12-31" }],
  ["license_expiration", "2027-12-31T00:00:00.000Z", { expiresOn: "2027-12-31" }],
  ["is_certified", "Yes", { isCertified: true }],
  ["is_licensed", "FALSE", { isLicensed: false }],
  ["treatment_capacity", "1,200", { capacity: 1200 }],
  ["facility_name", "REGGIE'S\n RECOVERY\u00a0II ", { facilityName: "REGGIE'S RECOVERY II" }],
])("%s %j is read", (column, text, row) => {
  expect(readStateRow({ ...ROW, [column]: text }, null)).toMatchObject({ kind: "row", row });
});

test.each([
  ["phone", "see website", { phone: null }, ["phone", "see website"]],
  ["phone", "(818) 940-6697 X2", { phone: "+18189406697" }, ["phone", "2"]],
  ["zip", "93243-1234", { zip: "93243" }, ["zip", "1234"]],
  ["treatment_capacity", "-5", { capacity: null }, ["treatment_capacity", "-5"]],
  ["longitude", "118.79", { latitude: null, longitude: null }, ["latitude, longitude", "34.777211, 118.79"]],
  ["setting_code", "Residential", { settingCode: "RESIDENTIAL" }, ["setting_code", "Residential"]],
  ["county", "Los Angeles Co.", { county: "" }, ["county", "Los Angeles Co."]],
])("of %s %j the lost part is named, and the row is kept", (column, text, row, [where, value]) => {
  const lost: string[][] = [];
  const plain = { ...ROW, zip: "93243", phone: "" };
  const read = readStateRow({ ...plain, [column]: text }, null, (name, _, part) => lost.push([name, part ?? text]));
  expect(read).toMatchObject({ kind: "row", row });
  expect(lost).toEqual([[where, value]]);
});

test.each(["Los Angeles Co.", "19", "L.A. County", "Los Angelos County", ""])(
  "county %j is not read, and so is not counted as another county",
  (county) => {
    const verdict = readStateRow({ ...ROW, county }, "Los Angeles");
    expect(verdict).toMatchObject({ kind: "refused", reason: expect.stringMatching(/^county not read/) as string });
  },
);
