import { expect, test } from "vitest";
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
      latitude: 34.777211,
      longitude: -118.788738,
    },
  });
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
