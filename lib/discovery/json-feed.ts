import type { Feed } from "./feed";

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeed({ locale, title, description, homeUrl, jsonUrl, items }: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: homeUrl,
    feed_url: jsonUrl,
    description,
    language: locale,
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      content_text: item.summary,
      date_published: item.publishedAt.toISOString(),
      date_modified: item.changedAt.toISOString(),
      tags: item.tags,
      language: locale,
      authors: item.authors.map((name) => ({ name })),
    })),
  });
}
