import { LOCALES } from "@/lib/shared/i18n";

/**
 * The pages a change to a post touches, as the router knows them: its own under each slug it has had, the lists it is
 * in and was in, and the home page.
 */
export function postPages(slugs: readonly string[], tagSlugs: readonly string[]): string[] {
  const posts = slugs.map((slug) => `/blog/${slug}`);
  const tags = tagSlugs.map((slug) => `/blog/tags/${slug}`);
  return LOCALES.flatMap((locale) => [...posts, ...tags, "/blog", ""].map((page) => `/${locale}${page}`));
}

/** The further pages of the list, as a route pattern: revalidate it with the type "page". */
export const POST_LIST_PAGES = "/[locale]/(reading)/blog/page/[page]";
