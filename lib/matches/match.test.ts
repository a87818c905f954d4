import { assert, constantFrom, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { countsAsLicense, matchLicenses, operatorNames, type MatchableLicense, type MatchableListing } from "./match";

const listing: MatchableListing = {
  id: "site",
  ...operatorNames({ name: "Helpline Youth Counseling Inc", unit: null }),
  street: "12440 Firestone Boulevard",
  city: "Norwalk",
  zip: "90650",
  phone: "+15628643722",
  intakePhones: [],
};
const license: MatchableLicense = {
  id: "license",
  facilityName: "HELPLINE YOUTH COUNSELING",
  legalEntity: null,
  street: "12440 FIRESTONE BLVD.",
  city: "NORWALK",
  zip: "90650",
  phone: null,
  additionalLocations: "",
};
const STRANGER = { facilityName: "SAL REDISCOVERY CENTER", legalEntity: "SAL PSYCHIATRY SERVICES P.C." };
const ELSEWHERE = { street: "1 ELM STREET" };

/** "own_address certain name" for each license found. */
const found = (change: Partial<MatchableListing>, ...licenses: Partial<MatchableLicense>[]) =>
  matchLicenses(
    [{ ...listing, ...change }],
    licenses.map((each, index) => ({ ...license, id: `license ${index + 1}`, ...each })),
  ).map(({ basis, certainty, agreement }) => [basis, certainty, ...agreement].filter(Boolean).join(" "));

describe("at the listing's own address", () => {
  test("every license of its operator counts", () => {
    expect(found({}, license, { ...license, id: "second", phone: listing.phone }, ELSEWHERE)).toEqual([
      "own_address certain name",
      "own_address certain name phone",
    ]);
  });

  test("the legal entity or the phone is enough", () => {
    expect(found({}, { ...STRANGER, legalEntity: "HELPLINE YOUTH COUNSELING, INC." })).toEqual([
      "own_address certain legal_entity",
    ]);
    expect(found({}, { ...STRANGER, phone: listing.phone })).toEqual(["own_address certain phone"]);
    expect(found({ intakePhones: ["+12135550142"] }, { ...STRANGER, phone: "+12135550142" })).toEqual([
      "own_address certain phone",
    ]);
  });

  test("another spelling of the operator's, or its legal entity, is enough", () => {
    expect(found({ names: ["Starting Point", "Helpline Youth Counseling"] }, license)).toEqual([
      "own_address certain name",
    ]);
    expect(found({ names: ["Starting Point"], legalEntities: ["Sal Psychiatry Services PC"] }, STRANGER)).toEqual([
      "own_address certain legal_entity",
    ]);
  });

  test("another tenant's license earns nothing, with or without one of its own", () => {
    expect(found({}, STRANGER)).toEqual(["other_name"]);
    expect(found({}, license, STRANGER)).toEqual(["own_address certain name", "other_name"]);
  });

  test("words in common make it probable", () => {
    expect(found({ names: ["Whittier Helpline"] }, { facilityName: "HELPLINE CENTER FOR YOUTH" })).toEqual([
      "own_address probable name",
    ]);
  });

  test("a neighboring ZIP of the same city is probable, and needs the operator", () => {
    expect(found({ zip: "90651" }, license)).toEqual([]);
    const pasadena = { city: "Pasadena", zip: "91103" };
    expect(found(pasadena, { ...license, city: "PASADENA", zip: "91104" })).toEqual(["own_address probable name"]);
    expect(found(pasadena, { ...license, ...STRANGER, city: "PASADENA", zip: "91104" })).toEqual([]);
    expect(found(pasadena, { ...license, city: "ALTADENA", zip: "91104" })).toEqual([]);
    expect(found({ city: "Los Angeles", zip: "90013" }, { ...license, city: "LOS ANGELES", zip: "91342" })).toEqual([]);
  });

  test("a slip in the street needs the phone", () => {
    const slip = { street: "12440 FIRESTONE STREET" };
    expect(found({}, { ...slip, phone: listing.phone })).toEqual(["own_address probable name phone"]);
    expect(found({}, slip)).toEqual([]);
    expect(
      found({ zip: "91103", city: "Pasadena" }, { ...slip, phone: listing.phone, zip: "91104", city: "PASADENA" }),
    ).toEqual(["other_address name phone"]);
  });
});

describe("as an additional location", () => {
  const additional = { ...ELSEWHERE, additionalLocations: "12438 AND 12440 FIRESTONE BLVD" };

  test("it counts for the same operator, and not for another", () => {
    expect(found({}, additional)).toEqual(["additional_location certain name"]);
    expect(found({}, { ...additional, ...STRANGER })).toEqual(["other_name"]);
    expect(found({ street: "12442 Firestone Boulevard" }, additional)).toEqual([]);
  });

  test("its ZIP is the license's, or the one that the text gives", () => {
    const elsewhere = { ...additional, zip: "90404" };
    expect(found({}, elsewhere)).toEqual([]);
    expect(found({}, { ...elsewhere, additionalLocations: "12440 FIRESTONE BLVD, NORWALK, CA 90650" })).toEqual([
      "additional_location certain name",
    ]);
  });

  test("one license at both is found by its own address", () => {
    expect(found({}, { additionalLocations: "12440 FIRESTONE BLVD" })).toEqual(["own_address certain name"]);
  });
});

describe("a confidential site", () => {
  const hidden = { street: "" };

  test("is found by operator and ZIP", () => {
    expect(found(hidden, ELSEWHERE, { ...ELSEWHERE, zip: "90404" })).toEqual(["operator_and_zip certain name"]);
    expect(found(hidden, { ...STRANGER, phone: listing.phone })).toEqual(["operator_and_zip probable phone"]);
  });

  test("is not found by words in common, nor as a tenant", () => {
    expect(found({ ...hidden, names: ["Whittier Helpline"] }, { facilityName: "HELPLINE CENTER FOR YOUTH" })).toEqual(
      [],
    );
    expect(found(hidden, STRANGER)).toEqual([]);
  });
});

describe("a phone number at another address", () => {
  const elsewhere = { ...ELSEWHERE, phone: listing.phone };

  test("earns nothing, and says whether a name agrees", () => {
    expect(found({}, elsewhere)).toEqual(["other_address name phone"]);
    expect(found({}, { ...elsewhere, ...STRANGER })).toEqual(["other_address phone"]);
    expect(found({ street: "P.O. Box 2743" }, elsewhere)).toEqual(["other_address name phone"]);
  });

  test("is not looked for where the place has a license of its own", () => {
    expect(found({}, license, elsewhere)).toEqual(["own_address certain name"]);
  });

  test("no phone is no phone in common", () => {
    expect(found({ phone: null, street: "9th and Dahlia Street" }, { ...elsewhere, phone: null })).toEqual([]);
  });
});

test("a license never counts without an operator in common, nor for another house", () => {
  const change = record({
    street: constantFrom(
      "12440 Firestone Boulevard",
      "12442 Firestone Boulevard",
      "12440 Elm Street",
      "",
      "P.O. Box 7",
    ),
    zip: constantFrom("90650", "90651"),
    phone: constantFrom(listing.phone, "+12135550142", null),
    additionalLocations: constantFrom("", "12442 FIRESTONE BLVD", "12440 ELM ST AND 7 OAK ST"),
    isStranger: constantFrom(true, false),
  });
  assert(
    property(change, ({ street, zip, phone, additionalLocations, isStranger }) => {
      const other = { ...license, ...(isStranger && STRANGER), phone, additionalLocations };
      const own = matchLicenses([{ ...listing, street, zip }], [other]).filter(countsAsLicense);
      const isLicensed =
        street === "" ||
        street === "12440 Firestone Boulevard" ||
        additionalLocations.includes(street.toUpperCase().replace("BOULEVARD", "BLVD").replace("STREET", "ST"));
      const expected = zip === license.zip && isLicensed && (!isStranger || phone === listing.phone);
      expect(own).toHaveLength(expected ? 1 : 0);
    }),
  );
});
