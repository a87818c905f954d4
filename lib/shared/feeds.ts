import { localizedPath, type Locale } from "./i18n";

/** The feeds of the blog, one of each kind a language. */
export const FEEDS = [
  { file: "feed.xml", type: "application/rss+xml" },
  { file: "feed.json", type: "application/feed+json" },
] as const;

export function feedPath(locale: Locale, file: (typeof FEEDS)[number]["file"]): string {
  return localizedPath(locale, `/blog/${file}`);
}
