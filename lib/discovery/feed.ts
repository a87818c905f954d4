import type { PublicPost } from "@/lib/posts/types";
import { feedPath } from "@/lib/shared/feeds";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** What both kinds of feed say, with whole URLs. */
export interface Feed {
  locale: Locale;
  title: string;
  description: string;
  homeUrl: string;
  rssUrl: string;
  jsonUrl: string;
  items: FeedItem[];
}

interface FeedItem {
  url: string;
  title: string;
  summary: string;
  /** Noon in Greenwich of the day on the page: the same day in Los Angeles, whatever the season. */
  publishedAt: Date;
  changedAt: Date;
  tags: string[];
  authors: string[];
}

/**
 * The posts of one language; a post that is there in the other alone is in the other feed.
 * @param posts newest first
 * @param site the site's URL without a trailing slash
 */
export function feedOf(locale: Locale, site: string, posts: readonly PublicPost[]): Feed {
  const urlOf = (path: string) => site + localizedPath(locale, path);
  return {
    locale,
    title: `${getTranslator(locale, "site")("name")}: ${getTranslator(locale, "site")("feed")}`,
    description: getTranslator(locale, "blog")("lead"),
    homeUrl: urlOf("/blog"),
    rssUrl: site + feedPath(locale, "feed.xml"),
    jsonUrl: site + feedPath(locale, "feed.json"),
    items: posts
      .filter((post) => post.locale === locale)
      .map(({ slug, title, summary, publishedOn, updatedAt, tags, authors }) => ({
        url: urlOf(`/blog/${slug}`),
        title,
        summary,
        publishedAt: new Date(`${publishedOn}T12:00:00Z`),
        changedAt: new Date(updatedAt),
        tags: tags.map(({ name }) => name),
        authors,
      })),
  };
}
