// One published place as rows of HSDS. A service is what one place offers: answers, licenses and closings are of places.
// The programs of the ranking, which may have several places, are HSDS programs.

import { ATTRIBUTES } from "@/lib/facts/attributes";
import type { ListingKind } from "@/lib/facts/kind";
import type { OpenListing } from "../types";
import { hsdsId } from "./ids";
import { rankEvidence, type RankedBy } from "./evidence";
import type { ListingRows, Location, Organization, Program, Service } from "./types";

export const serviceId = (slug: string) => hsdsId("service", slug);
export const locationId = (slug: string) => hsdsId("location", slug);
export const organizationId = (slug: string) => hsdsId("organization", slug);
const serviceAtLocationId = (slug: string) => hsdsId("service_at_location", slug);

const KINDS: Record<ListingKind, string> = {
  opioid_treatment_program: "Opioid treatment program",
  outpatient: "Outpatient treatment",
  residential: "Residential treatment",
  hospital: "Hospital inpatient treatment",
};

const ACCREDITING = ["CARF", "COA", "HFAP", "JC", "NCQA"];
/** "Opioid use disorder clients only": their names say that nobody else is taken. */
const RESTRICTING = ["DUO", "AUDO", "OUDO"];
const SIGN_LANGUAGE = "AH";

/** The codes of languages that stand for one language, with ISO 639-1, or 639-3 where it has none. */
const LANGUAGE_CODES: Record<string, string | undefined> = {
  SP: "es",
  F4: "ar",
  F17: "zh",
  F25: "fa",
  F28: "fr",
  F30: "de",
  F31: "el",
  F35: "he",
  F36: "hi",
  F37: "hmn",
  F42: "it",
  F43: "ja",
  F47: "ko",
  F66: "pl",
  F67: "pt",
  F70: "ru",
  F81: "tl",
  F92: "vi",
  N24: "oj",
};

export function listingRows(listing: OpenListing, rankedBy: RankedBy): ListingRows {
  const { slug, street, street2, city, county, state, zip, isConfidential } = listing;
  const [service_id, location_id] = [serviceId(slug), locationId(slug)];
  const languages = [...(isYes(listing, "SP") ? ["SP"] : []), ...yesOf(listing, "OL")];
  return {
    service: serviceRow(listing, rankedBy),
    location: locationRow(listing),
    serviceAtLocation: { id: serviceAtLocationId(slug), service_id, location_id },
    addresses: isConfidential
      ? []
      : [
          {
            id: hsdsId("address", slug),
            location_id,
            address_1: street,
            address_2: street2 ?? undefined,
            city,
            region: county ? `${county} County` : undefined,
            state_province: state,
            postal_code: zip,
            country: "US",
            address_type: isBox(street) ? "postal" : "physical",
          },
        ],
    phones: listing.phones.map(({ number, extension, use }, at) => ({
      id: hsdsId("phone", slug, `${at}`),
      service_id,
      number,
      extension: extension && /^\d+$/.test(extension) ? Number(extension) : undefined,
      description: use === "intake" ? "Further number, such as for intake" : undefined,
    })),
    languages: languages.map((code) => {
      return { id: hsdsId("language", slug, code), service_id, name: nameOf(code), code: LANGUAGE_CODES[code] };
    }),
    accessibility: isYes(listing, SIGN_LANGUAGE)
      ? [{ id: hsdsId("accessibility", slug), location_id, description: nameOf(SIGN_LANGUAGE) }]
      : [],
    costOptions: [...yesOf(listing, "PAY"), ...yesOf(listing, "PYAS")].map((code) => {
      return { id: hsdsId("cost_option", slug, code), service_id, option: nameOf(code) };
    }),
  };
}

/** @param listings all that it runs, at least one */
export function organizationRow(listings: readonly OpenListing[]): Organization | null {
  const operator = listings[0]?.operator;
  if (!operator) return null;
  const cities = [...new Set(listings.map(({ city }) => city))].sort();
  const count = listings.length === 1 ? "one place" : `${listings.length} places`;
  const description = `Runs ${count} of this directory, in ${cities.join(", ")}.`;
  return { id: organizationId(operator.slug), name: operator.name, description };
}

/** The program that the newest edition ranks a place with. */
export function programRow({ ranking, operator }: OpenListing, { edition }: RankedBy): Program | null {
  if (ranking?.status !== "ranked" || !edition) return null;
  const { listing, members } = ranking.program;
  const places = members.length === 1 ? "one place" : `${members.length} places`;
  return {
    // Its first place names it, so that it keeps its id from edition to edition.
    id: hsdsId("program", members[0]!.listing.slug),
    organization_id: operator ? organizationId(operator.slug) : undefined,
    name: listing.unit ? `${listing.name}, ${listing.unit}` : listing.name,
    description: `What edition ${edition.number} of our ranking ranks as one program: ${places} of one operator with one phone and one kind of care.`,
  };
}

function serviceRow(listing: OpenListing, rankedBy: RankedBy): Service {
  const { slug, name, unit, kind, city, operator, closed, ranking } = listing;
  const left = ranking?.status === "not_ranked" && ranking.reason === "not_in_newest_directory";
  const leftWords = `The federal directory of ${left ? ranking.detail : ""} no longer names it. It may have moved or closed.`;
  return {
    id: serviceId(slug),
    organization_id: operator ? organizationId(operator.slug) : undefined,
    program_id: programRow(listing, rankedBy)?.id,
    name,
    alternate_name: unit ?? undefined,
    description: `${KINDS[kind]} in ${city}${operator ? `, run by ${operator.name}` : ""}.`,
    status: closed ? "inactive" : "active",
    fees_description: words(yesOf(listing, "PYAS").map(nameOf)),
    accreditations: words(ACCREDITING.filter((code) => isYes(listing, code)).map(nameOf)),
    eligibility_description: eligibility(listing),
    licenses: words(listing.licenses.map(licenseWords)),
    alert: closed ? `Closed since ${closed.on}. ${closed.reason ?? ""}`.trim() : left ? leftWords : undefined,
    evidence: rankEvidence(listing, rankedBy),
  };
}

function locationRow({ slug, name, unit, street, city, zip, position, isConfidential }: OpenListing): Location {
  const shared = { id: locationId(slug), name, alternate_name: unit ?? undefined };
  if (isConfidential) {
    const description = `In ${city}. The directory keeps the address to itself.`;
    return { ...shared, location_type: "physical", description };
  }
  const middle = position?.source === "zip_centroid";
  return {
    ...shared,
    location_type: isBox(street) ? "postal" : "physical",
    description: middle ? `In ${city}. Its position is the middle of ZIP code ${zip}, not the door.` : `In ${city}.`,
    latitude: position?.latitude,
    longitude: position?.longitude,
  };
}

function eligibility(listing: OpenListing): string | undefined {
  const [ages, sexes] = [yesOf(listing, "AGE").map(nameOf), yesOf(listing, "GN").map(nameOf)];
  const parts = [
    ...(ages.length > 0 ? [`Ages: ${ages.join(", ")}.`] : []),
    ...(sexes.length > 0 ? [`Sex: ${sexes.join(", ")}.`] : []),
    ...RESTRICTING.filter((code) => isYes(listing, code)).map((code) => `${nameOf(code)}.`),
  ];
  return parts.length > 0 ? parts.join(" ") : undefined;
}

function licenseWords({
  number,
  isLicensed,
  isCertified,
  settingCode,
  beds,
  issuedTo,
  lastDay,
  listedOn,
}: OpenListing["licenses"][number]) {
  const status = [isLicensed && "licensed", isCertified && "certified"].filter(Boolean).join(" and ");
  const what = [status, settingCode && `class ${settingCode}`, beds && `for ${beds} beds`].filter(Boolean).join(", ");
  const end = lastDay ? `last day ${lastDay}` : "no last day given";
  return `${number} (California DHCS${what && `, ${what}`}, issued to ${issuedTo}, ${end}, on the list of ${listedOn})`;
}

function yesOf(listing: OpenListing, category: string): string[] {
  const codes = [...ATTRIBUTES.values()].filter((attribute) => attribute.category === category);
  return codes.map(({ code }) => code).filter((code) => isYes(listing, code));
}

const isYes = ({ facts }: OpenListing, code: string) => facts.get(code)?.value === "yes";
const nameOf = (code: string) => ATTRIBUTES.get(code)?.name ?? code;
const isBox = (street: string) => /^p\.?\s*o\.?\s*box\b/i.test(street);
const words = (parts: readonly string[]) => (parts.length > 0 ? parts.join("; ") : undefined);
