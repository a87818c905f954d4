/** Where the card of a place is on a page of the map. */
export function listingAnchor(slug: string): string {
  return `place-${slug}`;
}
