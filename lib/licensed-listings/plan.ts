import { listingKind } from "@/lib/facts/kind";
import type { ListedLicense } from "@/lib/matches/matching";
import { isStatusOfStaff, withStaffColumns } from "@/lib/statements/restatement";
import { readableName, readableStreet } from "@/lib/sources/readable";
import { identityOf } from "@/lib/sources/site-key";
import type { SiteColumns } from "@/lib/sources/federal";
import { slugify } from "@/lib/shared/slug";
import { groupLicenses } from "./grouping";
import type { StateSheet, StatedListing, StoredListing } from "./types";

/** The attribute of the code book that the list's column `offers_detox` answers. */
const DETOX = "DT";

export interface ListingPlan {
  create: StatedListing[];
  /** Those that stand, with what is stated of them now. */
  keep: { stored: StoredListing; stated: StatedListing }[];
  /** Those that the list no longer names, or whose license another listing has by now. */
  withdraw: StoredListing[];
}

/** What licenses say of places, when no other listing has them. */
export function statedListings(licenses: readonly ListedLicense[]): StatedListing[] {
  return groupLicenses(licenses).flatMap((group) => {
    const [first, ...others] = group;
    if (!first) return [];
    const classes = group.map(({ settingCode }) => settingCode);
    return {
      numbers: [first.number, ...others.map(({ number }) => number)],
      columns: columnsOf(first),
      kind: listingKind(new Set(), classes),
      sheet: sheetOf(group),
    };
  });
}

/** The list is written in capitals, and it knows California alone. */
function columnsOf({ facilityName, street, street2, city, zip, county, phone }: ListedLicense): SiteColumns {
  return {
    name: readableName(facilityName),
    unit: null,
    street: readableStreet(street),
    street2: street2 && readableStreet(street2),
    city: readableName(city),
    state: "CA",
    zip,
    county,
    phone,
    phoneExtension: null,
    intakePhones: [],
  };
}

function sheetOf(group: readonly ListedLicense[]): StateSheet {
  const [{ id, asOf }] = group
    .map(({ sourceEdition }) => sourceEdition)
    .sort((a, b) => b.asOf.getTime() - a.asOf.getTime()) as [ListedLicense["sourceEdition"]];
  const offersDetox = group.some((license) => license.offersDetox);
  return { sourceEditionId: id, asOf, yes: offersDetox ? [DETOX] : [], no: offersDetox ? [] : [DETOX] };
}

/**
 * "willow-bend-retreat-los-angeles-190010an": with the number no other listing takes it, and whoever follows it later is
 * led to the listing that has the license then.
 */
export function stateSlug({ numbers: [number], columns: { name, city } }: StatedListing): string {
  return slugify(`${name} ${city} ${number}`);
}

/** The license by which a listing was known under such a slug. */
export function numberInSlug(slug: string): string {
  return (slug.split("-").at(-1) ?? "").toUpperCase();
}

/** Finds each place on record again: by a license it was known by, else by name and address. */
export function planListings(stated: readonly StatedListing[], stored: readonly StoredListing[]): ListingPlan {
  const byNumber = new Map(stored.map((place) => [place.knownByLicense, place]));
  const byName = new Map(stored.map((place) => [identityOf(place.columns), place]));
  const found = new Map<StatedListing, StoredListing>();
  const taken = new Set<StoredListing>();
  const take = (place: StatedListing, known: StoredListing | undefined) => {
    if (!known || taken.has(known) || found.has(place)) return;
    found.set(place, known);
    taken.add(known);
  };
  for (const place of stated) for (const number of place.numbers) take(place, byNumber.get(number));
  for (const place of stated) take(place, byName.get(identityOf(place.columns)));
  return {
    create: stated.filter((place) => !found.has(place)),
    keep: [...found].map(([place, known]) => ({ stored: known, stated: place })),
    withdraw: stored.filter((place) => !taken.has(place)),
  };
}

/** The row that a place on record becomes; null when it says so already. What staff set stays. */
export function restatedRow(stored: StoredListing, { numbers: [knownByLicense], columns }: StatedListing) {
  const { id, staffFields } = stored;
  const status = isStatusOfStaff(staffFields) ? stored.status : ("published" as const);
  const before = { knownByLicense: stored.knownByLicense, status: stored.status, ...stored.columns };
  const after = { knownByLicense, status, ...withStaffColumns(stored, columns) };
  const isSame = Object.entries(after).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(before[field as keyof typeof before]),
  );
  return isSame ? null : { id, ...after };
}

export function isSameSheet(one: StateSheet | null, other: StateSheet): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
