import { identityIn } from "@/lib/sources/site-key";

/** What tells a site, in a file or among our listings: its key (lib/sources/site-key). */
export interface Identifiable {
  key: string;
}

/** One name for all identities that staff said are one place. */
export function placeNames(same: readonly (readonly [string, string])[]): (identity: string) => string {
  const names = new Map<string, string>();
  const nameOf = (identity: string): string => {
    const name = names.get(identity);
    return name === undefined || name === identity ? identity : nameOf(name);
  };
  for (const [former, later] of same) names.set(nameOf(former), nameOf(later));
  return nameOf;
}

/**
 * Which listing each row of a file is: the one with its key, so with its identity and phone; then, of those left, the one
 * with its identity, when it is the only one on both sides; then, so too, the one of an identity that staff said is the
 * same place. Nothing else is the same by itself: what moved, or was renamed, is for staff to say.
 * @param placeOf what `placeNames` gives
 * @returns listing by row key; a row that is nobody's is a new listing
 */
export function identifySites<Known extends Identifiable>(
  rows: readonly Identifiable[],
  listings: readonly Known[],
  placeOf: (identity: string) => string = (identity) => identity,
): Map<string, Known> {
  const found = new Map<string, Known>();
  const taken = new Set<Known>();
  const pair = (keyOf: (key: string) => string) => {
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
      if (!row || !listing || otherRows.length > 0 || otherListings.length > 0) continue;
      found.set(row.key, listing);
      taken.add(listing);
    }
  };
  pair((key) => key);
  pair(identityIn);
  pair((key) => placeOf(identityIn(key)));
  return found;
}

function bucket<Site extends Identifiable>(
  sites: readonly Site[],
  keyOf: (key: string) => string,
): Map<string, Site[]> {
  const buckets = new Map<string, Site[]>();
  for (const site of sites) {
    const same = buckets.get(keyOf(site.key));
    if (same) same.push(site);
    else buckets.set(keyOf(site.key), [site]);
  }
  return buckets;
}
