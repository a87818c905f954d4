/** Where the line of a place is on the map's page. */
export function listingAnchor(slug: string): string {
  return `place-${slug}`;
}
