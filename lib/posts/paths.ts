/** The English paths of the pages that are about a post: its own under each slug it has had, those of its tags. */
export function ownPages(slugs: readonly string[], tagSlugs: readonly string[]): string[] {
  return [...slugs.map((slug) => `/blog/${slug}`), ...tagSlugs.map((slug) => `/blog/tags/${slug}`)];
}
