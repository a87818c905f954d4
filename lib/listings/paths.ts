/** The English path of a listing's page. */
export function listingPath(slug: string): string {
  return `/listings/${slug}`;
}
