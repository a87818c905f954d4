// Why a listing has no license although a current one shares its phone, its name or its house.

import { isClassFor, type ListingKind } from "@/lib/facts/kind";
import { agreementOf, readHolder, readOperator } from "./agreement";
import {
  countsAsLicense,
  isSameCity,
  townsOf,
  type FoundMatch,
  type MatchableLicense,
  type MatchableListing,
} from "./match";

/** Every reason that a rule can give. For anything else staff write a note, with evidence. */
export const REASONS = [
  /** The place's own license is over. */
  "ended",
  "other_tenant",
  "other_city",
  /** The place's own license is of a class for other care, or its row neither licenses nor certifies. */
  "class_does_not_cover",
  "phone_of_another_address",
] as const;
export type Reason = (typeof REASONS)[number];

/** How current a license of the state's list is, and whether it allows anything. */
export interface JudgedLicense extends MatchableLicense {
  number: string;
  /** Valid on the day of the list it is from. */
  isCurrent: boolean;
  isLicensed: boolean;
  isCertified: boolean;
  settingCode: string;
}

/** A listing with the kind of care that its license has to cover. */
export interface JudgedListing extends MatchableListing {
  kind: ListingKind;
}

export interface Shared {
  listingId: string;
  number: string;
  facilityName: string;
  shares: ("phone" | "name" | "house")[];
  /** Null when no rule gives one. */
  reason: Reason | null;
}

/** Each pair of a listing without a current license and a current license that shares something with it. */
export function sharedLicenses(
  listings: readonly JudgedListing[],
  licenses: readonly JudgedLicense[],
  found: readonly FoundMatch[],
): Shared[] {
  const towns = townsOf(licenses);
  const judged = new Map(licenses.map((license) => [license.id, license]));
  const current = licenses.filter(({ isCurrent }) => isCurrent).map((each) => ({ ...each, holder: readHolder(each) }));
  const withWord = new Map<string, Set<(typeof current)[number]>>();
  for (const license of current)
    for (const [first = ""] of [...license.holder.facility, ...license.holder.entity])
      withWord.set(first, (withWord.get(first) ?? new Set()).add(license));
  const matchesOf = new Map<string, FoundMatch[]>();
  for (const match of found) matchesOf.set(match.listingId, [...(matchesOf.get(match.listingId) ?? []), match]);
  return listings.flatMap((listing) => {
    const matches = matchesOf.get(listing.id) ?? [];
    const own = matches.filter(countsAsLicense).map(({ licenseId }) => judged.get(licenseId));
    if (own.some((license) => license && license.isCurrent && covers(license, listing))) return [];
    const operator = readOperator(listing);
    // Two names that are the same begin with the same word.
    const alike = new Set(
      operator.names.flatMap((name) => name.flatMap(([first = ""]) => [...(withWord.get(first) ?? [])])),
    );
    const candidates = current.filter((license) => {
      const hasPhone = license.phone !== null && operator.phones.includes(license.phone);
      return hasPhone || alike.has(license) || matches.some(({ licenseId }) => licenseId === license.id);
    });
    return candidates.flatMap((license): Shared[] => {
      const match = matches.find(({ licenseId }) => licenseId === license.id);
      const { found: agreement, likeness } = agreementOf(operator, license.holder, towns);
      const shares = [
        ...(agreement.includes("phone") ? (["phone"] as const) : []),
        ...(likeness === "same" ? (["name"] as const) : []),
        ...(match && match.basis !== "other_address" ? (["house"] as const) : []),
      ];
      if (shares.length === 0) return [];
      const ended = own.some((each) => each && !each.isCurrent);
      const reason = reasonOf(listing, license, match, ended, shares.includes("phone"));
      return [{ listingId: listing.id, number: license.number, facilityName: license.facilityName, shares, reason }];
    });
  });
}

function reasonOf(
  listing: MatchableListing,
  license: JudgedLicense,
  match: FoundMatch | undefined,
  hasEnded: boolean,
  sharesPhone: boolean,
): Reason | null {
  // Its own, current, and yet not enough.
  if (!allows(license) || (match && countsAsLicense(match))) return "class_does_not_cover";
  if (hasEnded) return "ended";
  if (match?.basis === "other_name") return "other_tenant";
  if (sharesPhone) return "phone_of_another_address";
  return isSameCity(listing.city, license.city) || listing.zip === license.zip ? null : "other_city";
}

type Allowing = Pick<JudgedLicense, "isLicensed" | "isCertified" | "settingCode">;

const allows = ({ isLicensed, isCertified }: Allowing) => isLicensed || isCertified;

/** Whether a license allows the care that a place is listed as. */
export function covers(license: Allowing, { kind }: Pick<JudgedListing, "kind">): boolean {
  return allows(license) && isClassFor(kind, license.settingCode);
}
