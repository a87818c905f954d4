import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { LicenseView, ListingDetail } from "@/lib/listings/types";
import { ContactCard } from "./contact-card";
import { ListingHead } from "./listing-head";

const listing: ListingDetail = {
  id: "018f0000-0000-7000-8000-000000000000",
  slug: "place",
  name: "Place",
  unit: null,
  street: "1 Elm Street",
  street2: null,
  city: "Los Angeles",
  state: "CA",
  zip: "90012",
  phone: null,
  phoneExtension: null,
  fromStateList: false,
  kind: "outpatient",
  intakePhones: [],
  closedOn: null,
  closedReason: null,
  exemptionReason: null,
  exemptionUrl: null,
  correctedByStaff: false,
  leftOutOf: null,
  presence: "open",
  admissions: [],
  sheets: [],
  unrecognised: [],
  operator: null,
  stateListAsOf: null,
  licenses: [],
  nearbyLicenses: [],
};
const license: LicenseView = {
  basis: "own_address",
  agreement: ["name"],
  isCertain: true,
  number: "190001AN",
  facilityName: "PLACE",
  legalEntity: null,
  street: null,
  city: "LOS ANGELES",
  isLicensed: true,
  isCertified: false,
  offersDetox: false,
  settingCode: "RES",
  expiresOn: null,
  capacity: null,
  targetPopulation: null,
  medicalServices: null,
  phone: null,
  asOf: "2026-08-21",
};
const newest = { county: "", asOf: "2023-01-01", asOfPrecision: "year" } as const;
const head = (locale: "en" | "es", changes: Partial<ListingDetail>) =>
  renderToStaticMarkup(
    <ListingHead locale={locale} listing={{ ...listing, ...changes }} reportedOn={null} today="2026-11-30" />,
  );

test("a place that the newest directory leaves out says so, with the directory and its date", () => {
  expect(head("en", { leftOutOf: newest })).toMatch(/Not in the newest directory.*SAMHSA.*2023.*before you go/);
  expect(head("es", { leftOutOf: newest })).toMatch(/No figura en el directorio más reciente.*SAMHSA.*2023/);
  expect(head("en", {})).not.toContain("newest directory");
  expect(head("en", { leftOutOf: newest, closedOn: "2024-01-01" })).not.toContain("newest directory");
});

test("a line in California comes before a main phone that is not there, and the license's own number is named", () => {
  const phones = { phone: "+16465550100", phoneExtension: "7", intakePhones: ["+12135550101", "+16465550100"] };
  const licenses = ["+13105550102", "+12135550101", null].map((phone) => ({ ...license, phone }));
  // For whoever hears the links alone.
  const call = "Call Place, 1 Elm Street, Los Angeles:";
  const text = renderToStaticMarkup(<ContactCard locale="en" listing={{ ...listing, ...phones, licenses }} />)
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
  expect(text).toContain(`${call} 213-555-0101 Directions to Place`);
  expect(text).toContain(
    `Intake or other line: 213-555-0101 Phone: ${call} 646-555-0100 ext. 7 On the state’s license: ${call} 310-555-0102 We are not`,
  );
});

test("without a phone number the page says what we have, and nothing of what its sources give", () => {
  const card = renderToStaticMarkup(<ContactCard locale="en" listing={listing} />);
  expect(card).toContain("We have no phone number for this place.");
  expect(card).not.toMatch(/no source/i);
});
