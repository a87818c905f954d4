import { slugify } from "@/lib/shared/slug";
import { addressKey, doorWords } from "@/lib/sources/address";
import { shareAWord } from "@/lib/sources/names";

/** What identifies a site, in a file or among our listings. */
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
 * Finds the listing of each row of a file. First by key. Then, for a site with a new name, the remaining listing at its
 * address when phone or name agrees. Then, for a site that moved or hid its address, the remaining one with its name,
 * phone and ZIP. Then, in the newest edition only: for a unit in another spelling, the remaining one at that door; and
 * for a site that moved farther, the only one with its name and phone. A match counts only when it is the only
 * candidate on both sides.
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

/**
 * An operator may have several sites with one number, and then no move is certain; so all sites count, not only the
 * remaining ones.
 */
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

/** Equal for two spellings of one door's unit: "Suite 100", "#100". */
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
