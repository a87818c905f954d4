import "server-only";
import { listLog } from "@/lib/corrections/queries";
import { listChanges } from "@/lib/listings/queries";
import { listMapListings } from "@/lib/map/queries";
import { mapPaths } from "@/lib/map/sheet-paths";
import { listMethodVersions } from "@/lib/methods/queries";
import { listPosts, listPublicPosts } from "@/lib/posts/queries";
import { NOT_RANKED_PER_PAGE, PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import { pageCountOf } from "@/lib/shared/page-count";
import { countNewest, listEditionHeads } from "@/lib/rankings/queries";
import { siteUrl } from "@/lib/server/env";
import type { Locale } from "@/lib/shared/i18n";
import { feedOf, type Feed } from "./feed";
import { sitemapPages } from "./sitemap";
import type { SitemapPage } from "./types";

/** Every page that search engines may find, with the day or moment when it last changed. */
export async function listSitemap(): Promise<SitemapPage[]> {
  const [listings, editions, newest, places, methods, posts, blog, log] = await Promise.all([
    listChanges(),
    listEditionHeads(),
    countNewest(),
    listMapListings(),
    listMethodVersions(),
    listPublicPosts(),
    listPosts("en"),
    listLog(),
  ]);
  return sitemapPages({
    listings,
    editions: editions.map(({ number, computedAt, rankedCount, excludedCount }) => ({
      number,
      changedAt: computedAt.toISOString(),
      ...pagesOf(rankedCount, excludedCount),
    })),
    newestLists: {
      ...(newest ? pagesOf(newest.ranked, newest.notRanked) : { pages: 0, notRankedPages: 0 }),
      kinds: new Map([...(newest?.kinds ?? [])].map(([kind, count]) => [kind, pageCountOf(count, PROGRAMS_PER_PAGE)])),
    },
    mapPaths: mapPaths(places),
    methods: methods.map(({ version, sections, publishedAt }) => ({
      version,
      sections,
      changedAt: publishedAt?.toISOString() ?? null,
    })),
    posts,
    blogPages: blog.pageCount,
    corrections: { pages: log.pageCount, changedAt: log.corrections[0]?.decidedAt.toISOString() ?? null },
  });
}

function pagesOf(ranked: number, notRanked: number) {
  return {
    pages: pageCountOf(ranked, PROGRAMS_PER_PAGE),
    notRankedPages: pageCountOf(notRanked, NOT_RANKED_PER_PAGE),
  };
}

/** The feed of the posts in one language. */
export async function readFeed(locale: Locale): Promise<Feed> {
  return feedOf(locale, siteUrl(), await listPublicPosts());
}
