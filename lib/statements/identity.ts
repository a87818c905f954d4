import { slugify } from "@/lib/shared/slug";
import { addressKey, doorWords } from "@/lib/sources/address";
import { shareAWord } from "@/lib/sources/names";

/** What tells a site, in a file or among our listings. */
export interface Identifiable {
  key: string;
  name: string;
  street: string;
  street2: string | null;
  zip: string;
  /** E.164. */
  phone: string | null;
}

/**
 * Which listing each row of a file is. First by key; then, for a site whose name changed, the one left at its address
 * when phone or name agrees; then, for one that moved or hid its address, the one left with its name, phone and ZIP;
 * then, in the newest edition, for a unit that is written otherwise, the one left at that door, and for one that moved
 * farther, the only one there is with its name and phone.
 * Only what is the only candidate on both sides counts.
 * @returns listing by row key; a row that is nobody's is a new listing
 */
export function identifySites<Known extends Identifiable>(
  rows: readonly Identifiable[],
  listings: readonly Known[],
  { isNewest = false } = {},
): Map<string, Known> {
  const found = new Map<string, Known>();
  const taken = new Set<Known>();
  const pair = (keyOf: (site: Identifiable) => string | null, agree: (a: Identifiable, b: Known) => boolean) => {
    const left = bucket(
      rows.filter(({ key }) => !found.has(key)),
      keyOf,
    );
    const right = bucket(
      listings.filter((listing) => !taken.has(listing)),
      keyOf,
    );
    for (const [key, [row, ...otherRows]] of left) {
      const [listing, ...otherListings] = right.get(key) ?? [];
      if (!row || !listing || otherRows.length > 0 || otherListings.length > 0 || !agree(row, listing)) continue;
      found.set(row.key, listing);
      taken.add(listing);
    }
  };
  pair(
    ({ key }) => key,
    () => true,
  );
  pair(doorOf, (row, listing) => samePhone(row, listing) || shareAWord(row.name, listing.name));
  pair(
    ({ name, phone, zip }) => phone && `${slugify(name)} ${phone} ${zip}`,
    () => true,
  );
  if (!isNewest) return found;
  pair(unitOf, (row, listing) => samePhone(row, listing) || shareAWord(row.name, listing.name));
  pairMoved(rows, listings, found, taken);
  return found;
}

/** An operator with several sites behind one number has moved none of them for certain, so all sites count, not those left. */
function pairMoved<Known extends Identifiable>(
  rows: readonly Identifiable[],
  listings: readonly Known[],
  found: Map<string, Known>,
  taken: Set<Known>,
): void {
  const programOf = ({ name, phone }: Identifiable) => phone && `${slugify(name)} ${phone}`;
  const listingsOf = bucket(listings, programOf);
  for (const [program, [row, ...otherRows]] of bucket(rows, programOf)) {
    const [listing, ...otherListings] = listingsOf.get(program) ?? [];
    if (!row || !listing || otherRows.length > 0 || otherListings.length > 0) continue;
    if (found.has(row.key) || taken.has(listing)) continue;
    found.set(row.key, listing);
    taken.add(listing);
  }
}

function doorOf({ street, street2, zip }: Identifiable): string | null {
  const address = addressKey(street, zip);
  return address && `${address} ${slugify(street2 ?? "")}`;
}

/** The same for two doors that write their unit differently: "Suite 100", "#100". */
function unitOf({ street, street2, zip }: Identifiable): string | null {
  const address = addressKey(street, zip);
  return address && `${address} ${doorWords(street, street2).unit}`;
}

function samePhone(a: Identifiable, b: Identifiable): boolean {
  return a.phone !== null && a.phone === b.phone;
}

function bucket<Site extends Identifiable>(
  sites: readonly Site[],
  keyOf: (site: Site) => string | null,
): Map<string, Site[]> {
  const buckets = new Map<string, Site[]>();
  for (const site of sites) {
    const key = keyOf(site);
    if (key) buckets.set(key, [...(buckets.get(key) ?? []), site]);
  }
  return buckets;
}
