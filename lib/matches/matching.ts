import { listingKind, type ListingKind } from "@/lib/facts/kind";
import { positionOf, type Position } from "@/lib/facts/position";
import { isWithin } from "@/lib/facts/served-area";
import type { Coordinates } from "@/lib/shared/geo";
import type { LicenseColumns } from "@/lib/sources/state";
import { countsAsLicense, isSameHouse, matchLicenses, type FoundMatch } from "./match";
import type { MatchCounts } from "./types";
import type { JudgedLicense, JudgedListing } from "./unexplained";

/** What matching and positioning need of a license. */
export interface PositionedLicense extends JudgedLicense {
  latitude: number | null;
  longitude: number | null;
}

/** A license of the state's newest list of its county. */
export interface ListedLicense extends PositionedLicense, Pick<LicenseColumns, "street2" | "county" | "offersDetox"> {
  sourceEdition: { id: string; asOf: Date };
}

/** What matching and positioning need of a listing. */
export interface PositionedListing extends JudgedListing {
  /** Null for a listing that another source or staff made. */
  knownByLicense: string | null;
  county: string | null;
  state: string;
  staffFields: string[];
  latitude: number | null;
  longitude: number | null;
  positionSource: Position["source"] | null;
}

export interface StoredMatch extends FoundMatch {
  id: string;
}

export interface MatchPlan {
  create: FoundMatch[];
  /** Ids of matches that are no longer true, or that changed. */
  remove: string[];
  /** Listings whose position changes. */
  place: { id: string; position: Position | null }[];
  /** Listings whose main kind of care changes. */
  kinds: { id: string; kind: ListingKind }[];
  found: FoundMatch[];
}

/**
 * Finds matches, positions and kinds of all listings again, so that the order of imports does not matter.
 * @param answers what each listing answers in the newest survey, by id: at least the codes of lib/facts/kind
 */
export function planMatches(
  listings: readonly PositionedListing[],
  licenses: readonly PositionedLicense[],
  stored: readonly StoredMatch[],
  answers: ReadonlyMap<string, ReadonlySet<string>>,
): MatchPlan {
  const found = matchLicenses(listings, licenses);
  const wanted = new Set(found.map(signatureOf));
  const standing = new Set(stored.map(signatureOf));
  return {
    found,
    create: found.filter((match) => !standing.has(signatureOf(match))),
    remove: stored.filter((match) => !wanted.has(signatureOf(match))).map(({ id }) => id),
    place: placesToChange(listings, licenses, found),
    kinds: kindsToChange(listings, licenses, found, answers),
  };
}

/**
 * The figures of a county, or of California: no other state's licenses are in the list. Places that were made of a
 * license are left out.
 */
export function countMatches(
  { found }: MatchPlan,
  listings: readonly PositionedListing[],
  licenses: readonly PositionedLicense[],
  county: string | null,
): MatchCounts {
  const inScope = new Set(
    listings
      .filter((each) => each.state === "CA" && each.knownByLicense === null && (!county || each.county === county))
      .map(({ id }) => id),
  );
  const current = new Set(licenses.filter(({ isCurrent }) => isCurrent).map(({ id }) => id));
  const here = found.filter(({ listingId }) => inScope.has(listingId));
  const listingsWith = (is: (match: FoundMatch) => boolean) =>
    new Set(here.filter(is).map(({ listingId }) => listingId)).size;
  const pairs = (basis: FoundMatch["basis"]) => here.filter((match) => match.basis === basis).length;
  return {
    ownAddress: listingsWith(({ basis }) => basis === "own_address"),
    additionalLocation: listingsWith(({ basis }) => basis === "additional_location"),
    operatorAndZip: listingsWith(({ basis }) => basis === "operator_and_zip"),
    current: listingsWith((match) => countsAsLicense(match) && current.has(match.licenseId)),
    unmatched: inScope.size - listingsWith(countsAsLicense),
    otherName: pairs("other_name"),
    otherAddress: pairs("other_address"),
  };
}

function signatureOf({ listingId, licenseId, basis, agreement, certainty }: FoundMatch): string {
  return [listingId, licenseId, basis, agreement.toSorted().join("+"), certainty].join(" ");
}

function placesToChange(
  listings: readonly PositionedListing[],
  licenses: readonly PositionedLicense[],
  found: readonly FoundMatch[],
): MatchPlan["place"] {
  const licenseOf = new Map(licenses.map((license) => [license.id, license]));
  const placesOf = new Map<string, Coordinates[]>();
  const listingOf = new Map(listings.map((listing) => [listing.id, listing]));
  // An additional location has no coordinates of its own, and those of a confidential site would print its street.
  for (const { listingId, licenseId, basis } of found) {
    const [listing, license] = [listingOf.get(listingId), licenseOf.get(licenseId)];
    if (!listing || !license || license.latitude === null || license.longitude === null) continue;
    if (basis !== "own_address" && !(basis === "other_name" && isSameHouse(listing, license))) continue;
    const { latitude, longitude } = license;
    placesOf.set(listingId, [...(placesOf.get(listingId) ?? []), { latitude, longitude }]);
  }
  return listings
    .filter(({ staffFields }) => !staffFields.includes("latitude") && !staffFields.includes("longitude"))
    .map((listing) => ({ listing, position: positionIn(listing, placesOf.get(listing.id) ?? []) }))
    .filter(({ listing, position }) => !standsAt(listing, position))
    .map(({ listing, position }) => ({ id: listing.id, position }));
}

/** None when it cannot be in the listing's county: then the ZIP is wrong, and nobody is sent there. */
function positionIn({ zip, state, county }: PositionedListing, licensed: readonly Coordinates[]): Position | null {
  const position = positionOf(zip, licensed);
  return position && isWithin(position, state, county) ? position : null;
}

/** The state's list tells a class, and no service. */
const NO_ANSWERS: ReadonlySet<string> = new Set();

function kindsToChange(
  listings: readonly PositionedListing[],
  licenses: readonly PositionedLicense[],
  found: readonly FoundMatch[],
  answers: ReadonlyMap<string, ReadonlySet<string>>,
): MatchPlan["kinds"] {
  const current = new Map(
    licenses
      .filter(({ isCurrent, isLicensed, isCertified }) => isCurrent && (isLicensed || isCertified))
      .map(({ id, settingCode }) => [id, settingCode]),
  );
  const classesOf = new Map<string, string[]>();
  for (const match of found) {
    const settingCode = current.get(match.licenseId);
    if (settingCode !== undefined && countsAsLicense(match))
      classesOf.set(match.listingId, [...(classesOf.get(match.listingId) ?? []), settingCode]);
  }
  return listings.flatMap(({ id, kind: before, staffFields, knownByLicense }) => {
    const yes = answers.get(id) ?? (knownByLicense ? NO_ANSWERS : undefined);
    // Of a listing that staff made, only they know what it is.
    if (!yes || staffFields.includes("kind")) return [];
    const kind = listingKind(yes, classesOf.get(id) ?? []);
    return kind === before ? [] : [{ id, kind }];
  });
}

function standsAt({ latitude, longitude, positionSource }: PositionedListing, position: Position | null): boolean {
  if (positionSource === "staff") return true;
  if (!position) return positionSource === null;
  return positionSource === position.source && latitude === position.latitude && longitude === position.longitude;
}
