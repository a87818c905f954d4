// Links from a post to the page of a listing, in the text or among the references.

import type { Presence } from "@/lib/facts/presence";
import { LOCALES } from "@/lib/shared/i18n";
import { isSlug } from "@/lib/shared/slug";

/** For each listing that a post links to, by the slug in the link. */
export type Presences = ReadonlyMap<string, Presence>;

/** The slug of the listing that a URL of ours leads to; null for every other URL. */
export function listingSlugOf(href: string, site: string): string | null {
  const path = href.startsWith(`${site}/`) ? href.slice(site.length) : href;
  const [, locale, slug] = /^(?:\/([a-z]{2}))?\/listings\/([^/?#]+)\/?(?:[?#].*)?$/.exec(path) ?? [];
  if (!slug || !isSlug(slug)) return null;
  return locale === undefined || LOCALES.some((each) => each === locale) ? slug : null;
}

/** Every listing that a Markdown text may link to: perhaps more than it does, never fewer. */
export function listingSlugsIn(markdown: string): string[] {
  const found = [...markdown.matchAll(/\/listings\/([a-z0-9-]+)/g)].map(([, slug = ""]) => slug);
  return [...new Set(found)].filter(isSlug);
}
