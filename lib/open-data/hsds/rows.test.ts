import { describe, expect, test } from "vitest";
import { answersOf, openListing } from "@/tests/support/open-listing";
import { listingRows, organizationRow } from "./rows";

const UNRANKED = { site: "https://example.org", edition: null };
const rowsOf = (given: Parameters<typeof openListing>[0]) => listingRows(openListing(given), UNRANKED);

describe("a place of which little is known", () => {
  test("has only what is known: no field is empty or guessed", () => {
    const { service, location, phones, languages, costOptions, accessibility } = rowsOf({});
    expect(JSON.parse(JSON.stringify(service))).toEqual({
      id: service.id,
      name: "Harbor House",
      description: "Residential treatment in Los Angeles.",
      status: "active",
    });
    expect(location).not.toHaveProperty("latitude", expect.anything());
    expect([phones, languages, costOptions, accessibility].flat()).toEqual([]);
  });

  test("a no is no option, no language and no help", () => {
    const facts = answersOf("2024", { MD: "no", SP: "no", F47: "unknown", AH: "no", SS: "no", ADLT: "no", CARF: "no" });
    const { service, languages, costOptions, accessibility } = rowsOf({ facts });
    expect([languages, costOptions, accessibility].flat()).toEqual([]);
    expect(service).toMatchObject({
      eligibility_description: undefined,
      fees_description: undefined,
      accreditations: undefined,
    });
  });
});

test("a yes is said where HSDS has a field for it", () => {
  const facts = answersOf("2024", { MD: "yes", SS: "yes", SP: "yes", F19: "yes", AH: "yes", ADLT: "yes", CARF: "yes" });
  const { service, languages, costOptions, accessibility } = rowsOf({ facts });
  expect(languages.map(({ name, code }) => [name, code])).toEqual([
    ["Spanish", "es"],
    // Several languages are called so.
    ["Creole", undefined],
  ]);
  expect(costOptions.map(({ option }) => option)).toEqual([
    "Medicaid",
    "Sliding fee scale (fee is based on income and other factors)",
  ]);
  expect(accessibility).toMatchObject([{ description: "Sign language services for the deaf and hard of hearing" }]);
  expect(service).toMatchObject({
    eligibility_description: "Ages: Adults.",
    accreditations: "Commission on Accreditation of Rehabilitation Facilities (CARF)",
  });
});

describe("where it is", () => {
  test("a confidential site has no address and no position, only its city in words", () => {
    const position = { latitude: 34, longitude: -118, source: "zip_centroid" } as const;
    const { location, addresses } = rowsOf({ street: "", isConfidential: true, position });
    expect(addresses).toEqual([]);
    expect(location).toEqual({
      id: location.id,
      location_type: "physical",
      name: "Harbor House",
      alternate_name: undefined,
      description: "In Los Angeles. The directory keeps the address to itself.",
    });
  });

  test("the middle of a ZIP is not called the door", () => {
    const { location } = rowsOf({ position: { latitude: 34, longitude: -118, source: "zip_centroid" } });
    expect(location).toMatchObject({ latitude: 34, longitude: -118 });
    expect(location.description).toContain("the middle of ZIP code 90012, not the door");
  });

  test("a post-office box is no place where people go", () => {
    const { location, addresses } = rowsOf({ street: "P.O. Box 12" });
    expect([location.location_type, addresses[0]?.address_type]).toEqual(["postal", "postal"]);
  });
});

test("a closed place is inactive, with the words of staff", () => {
  const { service } = rowsOf({ closed: { on: "2026-10-01", reason: "Its license was revoked." } });
  expect(service).toMatchObject({ status: "inactive", alert: "Closed since 2026-10-01. Its license was revoked." });
});

test("an extension that is no number is left out, as HSDS takes only numbers", () => {
  const { phones } = rowsOf({
    phones: [
      { number: "+12135550123", extension: "12", use: "main" },
      { number: "+12135550124", extension: "A1", use: "intake" },
    ],
  });
  expect(phones.map(({ extension, description }) => [extension, description])).toEqual([
    [12, undefined],
    [undefined, "Further number, such as for intake"],
  ]);
  expect(new Set(phones.map(({ id }) => id)).size).toBe(2);
});

test("an organization is described by what it runs", () => {
  const operator = { slug: "harbor", name: "Harbor", legalEntities: [] };
  const run = (city: string) => openListing({ city, operator });
  expect(organizationRow([run("Pasadena"), run("Los Angeles"), run("Pasadena")])).toMatchObject({
    name: "Harbor",
    description: "Runs 3 places of this directory, in Los Angeles, Pasadena.",
  });
  expect(organizationRow([openListing()])).toBeNull();
});
