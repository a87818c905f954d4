// Which pages there are to be found, and when each last changed by its own record: never the moment of asking. Which
// records a page shows is said in lib/shared/kept-pages.

import { logPath } from "@/lib/corrections/paths";
import { LISTING_KINDS } from "@/lib/facts/kind";
import { listingPath } from "@/lib/listings/paths";
import { METHOD_PATH, methodPath, sectionPath } from "@/lib/methods/paths";
import { editionListPath, editionPath, kindListPath, listPath, notRankedPath } from "@/lib/rankings/paths";
import type { PageForm } from "@/lib/server/page-metadata";
import { LOCALES, messagesOf } from "@/lib/shared/i18n";
import type { Published, SitemapEdition, SitemapPage, SitemapPost } from "./types";

/** Pages about the site itself; their words have a day. */
const HOUSE_PAGES = {
  "/about": "about",
  "/editorial-policy": "editorialPolicy",
  "/editorial-team": "editorialTeam",
  "/independence": "independence",
  "/ownership": "ownership",
  "/privacy": "privacy",
} as const;

/** Pages of which no record says when they changed. */
const UNDATED = ["/help-now", "/contact", "/find", "/compare", "/shortlist", "/call-sheet"];

/** Every page once in each language that it has. */
export function sitemapPages(published: Published): SitemapPage[] {
  const { listings, editions, mapPaths, methods, posts, corrections } = published;
  const edition = editions[0]?.changedAt ?? null;
  const listed = newest(listings.map(({ changedAt }) => changedAt));
  const written = newest(posts.map(({ updatedAt }) => updatedAt));
  const ranked = newest([edition, listed]);
  const method = newest(methods.map(({ changedAt }) => changedAt));
  return [
    ...inBoth("/", newest([ranked, written])),
    ...["/rankings", "/rankings/mine", "/rankings/data", ...mapPaths].flatMap((path) => inBoth(path, ranked)),
    ...newestListPaths(published).flatMap((path) => inBoth(path, ranked)),
    ...inBoth("/rankings/editions", edition),
    ...editions.flatMap((each) => editionPaths(each).flatMap((path) => inBoth(path, each.changedAt))),
    ...inBoth(METHOD_PATH, newest([method, edition])),
    ...inBoth("/rankings/method/changelog", method),
    ...methods.flatMap(({ version, sections, changedAt }) =>
      [methodPath(version), ...sections.map((section) => sectionPath(version, section))].flatMap((path) =>
        inBoth(path, changedAt),
      ),
    ),
    ...inBoth("/listings", listed),
    // The page of a place states its standing in the newest edition.
    ...listings.flatMap(({ slug, changedAt }) => inBoth(listingPath(slug), newest([changedAt, edition]))),
    ...blogPages(published, written),
    ...numbered(corrections.pages).flatMap((page) => inBoth(logPath(page), corrections.changedAt)),
    ...Object.entries(HOUSE_PAGES).flatMap(([path, name]) => inBoth(path, messagesOf("en").pages[name].changedOn)),
    ...UNDATED.flatMap((path) => inBoth(path, null)),
  ];
}

function newestListPaths({ newestLists: { pages, notRankedPages, kinds } }: Published): string[] {
  return [
    ...numbered(pages).map(listPath),
    ...numbered(notRankedPages).map((page) => notRankedPath(null, page)),
    ...LISTING_KINDS.flatMap((kind) => numbered(kinds.get(kind) ?? 1).map((page) => kindListPath(kind, page))),
  ];
}

function editionPaths({ number, pages, notRankedPages }: SitemapEdition): string[] {
  return [
    editionPath(number),
    ...numbered(pages).map((page) => editionListPath(number, page)),
    ...numbered(notRankedPages).map((page) => notRankedPath(number, page)),
  ];
}

function blogPages({ posts, blogPages: count }: Published, written: string | null): SitemapPage[] {
  const tags = [...new Set(posts.flatMap((post) => post.tags.map(({ slug }) => slug)))].toSorted();
  const changeOf = (tag: string) =>
    newest(posts.filter((post) => post.tags.some(({ slug }) => slug === tag)).map(({ updatedAt }) => updatedAt));
  return [
    ...inBoth("/blog", written),
    ...numbered(count)
      .slice(1)
      .flatMap((page) => inBoth(`/blog/page/${page}`, written)),
    ...tags.flatMap((tag) => inBoth(`/blog/tags/${tag}`, changeOf(tag))),
    ...posts.map((post) => ({ ...formOf(post), forms: formsOf(post, posts), changedAt: post.updatedAt })),
  ];
}

/** The post and its other version, the original first. */
function formsOf(post: SitemapPost, posts: readonly SitemapPost[]): PageForm[] {
  const original = posts.find(({ id }) => id === post.translatesId) ?? post;
  return [original, ...posts.filter(({ translatesId }) => translatesId === original.id)].map(formOf);
}

function formOf({ locale, slug }: SitemapPost): PageForm {
  return { locale, path: `/blog/${slug}` };
}

function inBoth(path: string, changedAt: string | null): SitemapPage[] {
  const forms = LOCALES.map((locale) => ({ locale, path }));
  return forms.map((form) => ({ ...form, forms, changedAt }));
}

function numbered(pages: number): number[] {
  return Array.from({ length: pages }, (_, index) => index + 1);
}

function newest(moments: readonly (string | null)[]): string | null {
  return (
    moments
      .filter((moment) => moment !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
