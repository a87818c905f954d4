import { expect, test } from "vitest";
import { matchLicenses } from "./match";
import { sharedLicenses, type JudgedLicense, type JudgedListing } from "./unexplained";

const listing: JudgedListing = {
  id: "site",
  names: ["Helpline Youth Counseling Inc"],
  legalEntities: [],
  street: "920 Atlantic Avenue",
  city: "Long Beach",
  zip: "90813",
  phone: "+15622730722",
  intakePhones: [],
  kind: "outpatient",
};
const license: JudgedLicense = {
  id: "license",
  number: "190386DN",
  facilityName: "HELPLINE YOUTH COUNSELING",
  legalEntity: null,
  street: "3605 LONG BEACH BOULEVARD",
  city: "LONG BEACH",
  zip: "90802",
  phone: null,
  additionalLocations: "",
  isCurrent: true,
  isLicensed: false,
  isCertified: true,
  settingCode: "NON",
};
const AT_THE_HOUSE = { street: listing.street, zip: listing.zip };
const STRANGER = { facilityName: "TARZANA TREATMENT CENTERS" };

/** "190386DN phone+name: other_city" for each license that shares something. */
function shared(change: Partial<JudgedListing>, ...licenses: Partial<JudgedLicense>[]): string[] {
  const listings = [{ ...listing, ...change }];
  const all = licenses.map((each, index) => ({ ...license, id: `license ${index}`, ...each }));
  return sharedLicenses(listings, all, matchLicenses(listings, all)).map(
    ({ number, shares, reason }) => `${number} ${shares.join("+")}: ${reason}`,
  );
}

test("a listing with a current license of its own needs no reason", () => {
  expect(shared({}, AT_THE_HOUSE, license)).toEqual([]);
});

test.each([
  ["another tenant", [{ ...AT_THE_HOUSE, ...STRANGER }], "house: other_tenant"],
  ["a name in another city", [{ city: "WHITTIER", zip: "90604" }], "name: other_city"],
  ["a phone of another address", [{ phone: listing.phone }], "phone+name: phone_of_another_address"],
  ["the phone alone", [{ ...STRANGER, phone: listing.phone }], "phone: phone_of_another_address"],
  ["a row that allows nothing", [{ ...AT_THE_HOUSE, isCertified: false }], "name+house: class_does_not_cover"],
  ["its own license that ended", [license, { ...AT_THE_HOUSE, number: "OLD", isCurrent: false }], "name: ended"],
] as const)("%s is a reason", (_name, licenses, expected) => {
  expect(shared({}, ...licenses)).toEqual([`${license.number} ${expected}`]);
});

test.each([
  ["residential", "NON", [`${license.number} name+house: class_does_not_cover`]],
  ["hospital", "NON", [`${license.number} name+house: class_does_not_cover`]],
  ["outpatient", "DSS", [`${license.number} name+house: class_does_not_cover`]],
  ["residential", "DSS", []],
  ["residential", "DPH", []],
  ["outpatient", "RES", []],
  ["opioid_treatment_program", "NON", []],
  ["outpatient", "XYZ", [`${license.number} name+house: class_does_not_cover`]],
] as const)("a %s place with its own license of class %s", (kind, settingCode, expected) => {
  expect(shared({ kind }, { ...AT_THE_HOUSE, settingCode })).toEqual(expected);
});

test("the same name at another house of the city is not explained by any rule", () => {
  expect(shared({}, license)).toEqual(["190386DN name: null"]);
  expect(shared({ city: "Whittier", zip: license.zip }, license)).toEqual(["190386DN name: null"]);
});

test("what shares nothing, or is over, is not listed", () => {
  expect(shared({}, STRANGER, { isCurrent: false })).toEqual([]);
  expect(shared({ names: ["Youth Helpline Long Beach"] }, license)).toEqual([]);
});
