import { escaped } from "@/lib/shared/escaped";
import type { Feed } from "./feed";

/** What XML 1.0 does not have, not even escaped, or advises against. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** RSS 2.0 (rssboard.org/rss-specification); `atom:link` and `dc:creator` as its profile recommends. */
export function rss({ locale, title, description, homeUrl, rssUrl, items }: Feed): string {
  const changes = items.map(({ changedAt }) => changedAt.getTime());
  const channel = [
    element("title", title),
    element("link", homeUrl),
    element("description", description),
    element("language", locale),
    `<atom:link href="${xml(rssUrl)}" rel="self" type="application/rss+xml"/>`,
    ...(changes.length > 0 ? [element("lastBuildDate", rfc822(new Date(Math.max(...changes))))] : []),
    ...items.map(itemOf),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
${channel.join("\n")}
</channel>
</rss>
`;
}

function itemOf({ url, title, summary, publishedAt, tags, authors }: Feed["items"][number]): string {
  const parts = [
    element("title", title),
    element("link", url),
    `<guid isPermaLink="true">${xml(url)}</guid>`,
    element("pubDate", rfc822(publishedAt)),
    element("description", summary),
    ...authors.map((name) => element("dc:creator", name)),
    ...tags.map((tag) => element("category", tag)),
  ];
  return `<item>\n${parts.join("\n")}\n</item>`;
}

function element(name: string, text: string): string {
  return `<${name}>${xml(text)}</${name}>`;
}

function xml(text: string): string {
  return escaped(text.replace(NOT_IN_XML, ""));
}

/** "Tue, 10 Nov 2026 12:00:00 GMT". */
function rfc822(moment: Date): string {
  return moment.toUTCString();
}
