import type { MatchMethod } from "@/prisma/generated/enums";
import { houseAddress, isPostOfficeBox, mayBeSameHouse, namesHouse, type HouseAddress } from "@/lib/sources/address";
import { shareAWord } from "@/lib/sources/names";

export interface MatchableListing {
  id: string;
  name: string;
  unit: string | null;
  street: string;
  zip: string;
  phone: string | null;
  intakePhones: string[];
}

export interface MatchableLicense {
  id: string;
  facilityName: string;
  legalEntity: string | null;
  street: string;
  zip: string;
  phone: string | null;
  /** Free text: the other houses a license covers. */
  additionalLocations: string;
}

export interface FoundMatch {
  listingId: string;
  licenseId: string;
  method: MatchMethod;
  /** Recorded for staff, and used for nothing else. */
  doubtful: boolean;
  note: string | null;
}

export const DOUBTS = {
  otherTenant: "Same address, but another name and phone; another license there fits better.",
  postOfficeBox: "Same phone and ZIP, but the federal address is a post-office box.",
  additionalLocation: "The address is among the license's additional locations.",
} as const;

/**
 * The licenses of each listing: those at its house number, street and ZIP; without any, those with its phone and
 * ZIP; without any of these, those that name its house among their additional locations, which are doubtful. One site
 * may have several licenses, and one license several sites.
 */
export function matchLicenses(
  listings: readonly MatchableListing[],
  licenses: readonly MatchableLicense[],
): FoundMatch[] {
  const byPhone = indexBy(licenses, ({ phone, zip }) => phone && `${phone} ${zip}`);
  const byZip = indexBy(licenses, ({ zip }) => zip);
  const houses = new Map(licenses.map((license) => [license, houseAddress(license.street)]));
  return listings.flatMap((listing) => {
    const house = houseAddress(listing.street);
    const nearby = byZip.get(listing.zip) ?? [];
    const atAddress = nearby.filter((license) => isAt(house, houses.get(license) ?? null));
    if (atAddress.length > 0) return matchesAt(listing, atAddress);
    const withPhone = byPhone.get(`${listing.phone} ${listing.zip}`) ?? [];
    if (withPhone.length > 0) return matchesByPhone(listing, withPhone);
    return house ? possibleMatches(listing, house, nearby) : [];
  });
}

function isAt(one: HouseAddress | null, other: HouseAddress | null): boolean {
  return one !== null && other !== null && mayBeSameHouse(one, other);
}

function matchesAt(listing: MatchableListing, licenses: readonly MatchableLicense[]): FoundMatch[] {
  const someFit = licenses.some((license) => fits(listing, license));
  return licenses.map((license) => {
    const doubt = someFit && !fits(listing, license) ? DOUBTS.otherTenant : null;
    return match(listing, license, "address", doubt);
  });
}

function matchesByPhone(listing: MatchableListing, licenses: readonly MatchableLicense[]): FoundMatch[] {
  const doubt = isPostOfficeBox(listing.street) ? DOUBTS.postOfficeBox : null;
  return licenses.map((license) => match(listing, license, "phone_zip", doubt));
}

function possibleMatches(
  listing: MatchableListing,
  house: HouseAddress,
  licenses: readonly MatchableLicense[],
): FoundMatch[] {
  return licenses
    .filter(({ additionalLocations }) => namesHouse(additionalLocations, house))
    .map((license) => match(listing, license, "address", DOUBTS.additionalLocation));
}

function fits(listing: MatchableListing, { facilityName, legalEntity, phone }: MatchableLicense): boolean {
  const samePhone = phone !== null && [listing.phone, ...listing.intakePhones].includes(phone);
  return samePhone || shareAWord(`${listing.name} ${listing.unit ?? ""}`, `${facilityName} ${legalEntity ?? ""}`);
}

function match(
  listing: MatchableListing,
  license: MatchableLicense,
  method: MatchMethod,
  doubt: string | null,
): FoundMatch {
  return { listingId: listing.id, licenseId: license.id, method, doubtful: doubt !== null, note: doubt };
}

function indexBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!key) continue;
    const same = index.get(key);
    if (same) same.push(row);
    else index.set(key, [row]);
  }
  return index;
}
