import { expect, test } from "vitest";
import { DOUBTS, matchLicenses, type MatchableLicense, type MatchableListing } from "./match";

const listing: MatchableListing = {
  id: "site",
  name: "Helpline Youth Counseling Inc",
  unit: null,
  street: "12440 Firestone Boulevard",
  zip: "90650",
  phone: "+15628643722",
  intakePhones: [],
};
const license: MatchableLicense = {
  id: "license",
  facilityName: "HELPLINE YOUTH COUNSELING",
  legalEntity: null,
  street: "12440 FIRESTONE BLVD.",
  zip: "90650",
  phone: null,
  additionalLocations: "",
};
const elsewhere = { ...license, id: "elsewhere", street: "1 ELM STREET" };

const found = (change: Partial<MatchableListing>, ...licenses: MatchableLicense[]) =>
  matchLicenses([{ ...listing, ...change }], licenses).map(({ licenseId, method, note }) => [licenseId, method, note]);

test("a site has every license at its address", () => {
  expect(found({}, license, { ...license, id: "second" }, elsewhere)).toEqual([
    ["license", "address", null],
    ["second", "address", null],
  ]);
});

test("phone and ZIP count only where no license is at the address", () => {
  const byPhone = { ...elsewhere, phone: listing.phone };
  expect(found({}, license, byPhone)).toEqual([["license", "address", null]]);
  expect(found({}, byPhone)).toEqual([["elsewhere", "phone_zip", null]]);
  expect(found({ zip: "90651" }, byPhone)).toEqual([]);
});

test("a neighbor in the building is doubtful when another license there fits", () => {
  const neighbor = { ...license, id: "neighbor", facilityName: "SAL REDISCOVERY CENTER", phone: "+13108095192" };
  expect(found({}, license, neighbor)).toEqual([
    ["license", "address", null],
    ["neighbor", "address", DOUBTS.otherTenant],
  ]);
});

test("a post-office box with a known phone is doubtful", () => {
  expect(found({ street: "P.O. Box 2743" }, { ...elsewhere, phone: listing.phone })).toEqual([
    ["elsewhere", "phone_zip", DOUBTS.postOfficeBox],
  ]);
});

test("a house among the additional locations is doubtful", () => {
  const covering = { ...elsewhere, additionalLocations: "12438 AND 12440 FIRESTONE BLVD" };
  expect(found({}, covering)).toEqual([["elsewhere", "address", DOUBTS.additionalLocation]]);
});

test("no phone matches no phone", () => {
  expect(found({ phone: null, street: "- - -" }, { ...elsewhere, phone: null })).toEqual([]);
});
