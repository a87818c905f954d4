import type { Locale } from "./locales";

/** Pixels, as the networks ask. */
export const SOCIAL_IMAGE_SIZE = { width: 1200, height: 630 } as const;

/** The kinds of pages that have an image of their own; every other page has the site's. */
export const SOCIAL_IMAGES = [
  "site",
  "rankings",
  "method",
  "data",
  "listings",
  "map",
  "blog",
  "help-now",
  "contact",
] as const;
export type SocialImage = (typeof SOCIAL_IMAGES)[number];

/** By the beginning of a page's path, the longest first. */
const BEGINNINGS: readonly [string, SocialImage][] = [
  ["/rankings/method", "method"],
  ["/rankings/data", "data"],
  ["/rankings", "rankings"],
  ["/listings", "listings"],
  ["/map", "map"],
  ["/blog", "blog"],
  ["/help-now", "help-now"],
  ["/contact", "contact"],
];

/**
 * The path of the image that a link to a page shows. scripts/drawn-images.mjs draws them.
 * @param path the English path
 */
export function socialImageOf(locale: Locale, path: string): string {
  const found = BEGINNINGS.find(([start]) => path === start || path.startsWith(`${start}/`));
  return socialImagePath(locale, found?.[1] ?? "site");
}

export function socialImagePath(locale: Locale, image: SocialImage): string {
  return `/drawn/${image}.${locale}.png`;
}
