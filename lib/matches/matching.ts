import { positionOf, type Position } from "@/lib/facts/position";
import type { Coordinates } from "@/lib/shared/geo";
import { matchLicenses, type FoundMatch, type MatchableLicense, type MatchableListing } from "./match";
import type { MatchCounts } from "./types";

/** What matching and positioning need of a license. */
export interface PositionedLicense extends MatchableLicense {
  latitude: number | null;
  longitude: number | null;
  /** Valid on the day of the list it is from. */
  isCurrent: boolean;
}

/** What matching and positioning need of a listing. */
export interface PositionedListing extends MatchableListing {
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
  found: FoundMatch[];
}

/** Finds matches and positions of all listings again, so that the order of imports does not matter. */
export function planMatches(
  listings: readonly PositionedListing[],
  licenses: readonly PositionedLicense[],
  stored: readonly StoredMatch[],
): MatchPlan {
  const found = matchLicenses(listings, licenses);
  const wanted = new Set(found.map(signatureOf));
  const standing = new Set(stored.map(signatureOf));
  return {
    found,
    create: found.filter((match) => !standing.has(signatureOf(match))),
    remove: stored.filter((match) => !wanted.has(signatureOf(match))).map(({ id }) => id),
    place: placesToChange(listings, licenses, found),
  };
}

/** The figures of a county, or of California: no other state's licenses are in the list. */
export function countMatches(
  { found }: MatchPlan,
  listings: readonly PositionedListing[],
  licenses: readonly PositionedLicense[],
  county: string | null,
): MatchCounts {
  const inScope = new Set(
    listings.filter((each) => each.state === "CA" && (!county || each.county === county)).map(({ id }) => id),
  );
  const current = new Set(licenses.filter(({ isCurrent }) => isCurrent).map(({ id }) => id));
  const here = found.filter(({ listingId }) => inScope.has(listingId));
  const made = here.filter(({ doubtful }) => !doubtful);
  const listingsOf = (matches: readonly FoundMatch[]) => new Set(matches.map(({ listingId }) => listingId)).size;
  return {
    address: listingsOf(made.filter(({ method }) => method === "address")),
    phoneAndZip: listingsOf(made.filter(({ method }) => method === "phone_zip")),
    current: listingsOf(made.filter(({ licenseId }) => current.has(licenseId))),
    unmatched: inScope.size - listingsOf(made),
    doubtful: here.length - made.length,
  };
}

function signatureOf({ listingId, licenseId, method, doubtful, note }: FoundMatch): string {
  return [listingId, licenseId, method, doubtful, note].join(" ");
}

function placesToChange(
  listings: readonly PositionedListing[],
  licenses: readonly PositionedLicense[],
  found: readonly FoundMatch[],
): MatchPlan["place"] {
  const licenseOf = new Map(licenses.map((license) => [license.id, license]));
  const placesOf = new Map<string, Coordinates[]>();
  // A license found by phone has another address; the site may also be a confidential one.
  for (const { listingId, licenseId, method, doubtful } of found) {
    const { latitude, longitude } = licenseOf.get(licenseId) ?? {};
    if (method !== "address" || doubtful || latitude == null || longitude == null) continue;
    placesOf.set(listingId, [...(placesOf.get(listingId) ?? []), { latitude, longitude }]);
  }
  return listings
    .filter(({ staffFields }) => !staffFields.includes("latitude") && !staffFields.includes("longitude"))
    .map((listing) => ({ listing, position: positionOf(listing.zip, placesOf.get(listing.id) ?? []) }))
    .filter(({ listing, position }) => !standsAt(listing, position))
    .map(({ listing, position }) => ({ id: listing.id, position }));
}

function standsAt({ latitude, longitude, positionSource }: PositionedListing, position: Position | null): boolean {
  if (positionSource === "staff") return true;
  if (!position) return positionSource === null;
  return positionSource === position.source && latitude === position.latitude && longitude === position.longitude;
}
