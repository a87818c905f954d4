import fc from "fast-check";
import rehypeParse from "rehype-parse";
import { selectAll } from "hast-util-select";
import { unified } from "unified";
import { expect, test } from "vitest";
import type { PublicPost } from "@/lib/posts/types";
import { feedOf } from "./feed";
import { jsonFeed } from "./json-feed";
import { rss } from "./rss";

const SITE = "https://x.example";
const post: PublicPost = {
  id: "a",
  translatesId: null,
  slug: "one",
  locale: "en",
  title: "Methadone & you",
  summary: "What it is, in <plain> words.",
  publishedOn: "2026-11-10",
  updatedAt: "2026-11-20T08:00:00.000Z",
  tags: [{ slug: "heroin", name: "Heroin", locale: "en" }],
  authors: ["Ana B."],
};
const spanish: PublicPost = { ...post, id: "b", slug: "uno", locale: "es", translatesId: "a", title: "La metadona" };

test("each feed has the posts of its language, with whole URLs of this site", () => {
  const feed = feedOf("es", SITE, [post, spanish]);
  expect(feed.items.map(({ url }) => url)).toEqual([`${SITE}/es/blog/uno`]);
  expect([feed.homeUrl, feed.rssUrl, feed.jsonUrl]).toEqual(
    ["", "/feed.xml", "/feed.json"].map((file) => `${SITE}/es/blog${file}`),
  );
});

test("JSON Feed has what version 1.1 asks for, and RFC 3339 dates", () => {
  expect(JSON.parse(jsonFeed(feedOf("en", SITE, [post])))).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    home_page_url: `${SITE}/blog`,
    feed_url: `${SITE}/blog/feed.json`,
    language: "en",
    items: [
      {
        id: `${SITE}/blog/one`,
        url: `${SITE}/blog/one`,
        title: "Methadone & you",
        content_text: "What it is, in <plain> words.",
        date_published: "2026-11-10T12:00:00.000Z",
        date_modified: "2026-11-20T08:00:00.000Z",
        tags: ["Heroin"],
        authors: [{ name: "Ana B." }],
      },
    ],
  });
});

test("RSS has what version 2.0 asks for, and RFC 822 dates", () => {
  const xml = rss(feedOf("en", SITE, [post]));
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<rss version="2.0" /);
  expect(xml).toContain(`<link>${SITE}/blog</link>`);
  expect(xml).toContain(`<atom:link href="${SITE}/blog/feed.xml" rel="self" type="application/rss+xml"/>`);
  expect(xml).toContain("<lastBuildDate>Fri, 20 Nov 2026 08:00:00 GMT</lastBuildDate>");
  expect(xml).toContain("<pubDate>Tue, 10 Nov 2026 12:00:00 GMT</pubDate>");
  expect(xml).toContain(`<guid isPermaLink="true">${SITE}/blog/one</guid>`);
  expect(xml).toContain("<title>Methadone &amp; you</title>");
});

test("without a post both are whole, and no date is made up", () => {
  const feed = feedOf("en", SITE, []);
  expect(rss(feed)).not.toContain("lastBuildDate");
  expect(JSON.parse(jsonFeed(feed))).toHaveProperty("items", []);
});

test("whatever a title is, it stays a title in the feed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (title) => {
      const xml = rss(feedOf("en", SITE, [{ ...post, title }]));
      const tree = unified().use(rehypeParse, { fragment: true, space: "svg" }).parse(xml);
      expect(selectAll("item", tree)).toHaveLength(1);
      expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u);
    }),
    { numRuns: 100 },
  );
});
