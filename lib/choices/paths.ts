// A set of places lives in a URL as repeated `place=<slug>`: shared, printed and bookmarked without an account.
// Whatever a URL says wrong is left out with a note, never an error.

import { textsIn, type SearchParams } from "@/lib/shared/search-params";
import { isSlug } from "@/lib/shared/slug";

/** Four columns are what a person can hold side by side. */
export const MAX_COMPARED = 4;
/** Calls of one sitting; more go on a second sheet. */
export const MAX_ON_CALL_SHEET = 6;
/** What a device keeps, and so the most a URL needs to carry. */
export const MAX_SHORTLISTED = 12;
const MAX_SLUG_LENGTH = 240;
const MAX_TEXT_LENGTH = 80;

export interface ChosenSlugs {
  /** In the URL's order, each once. */
  slugs: string[];
  /** Some place was named more than once. */
  repeated: boolean;
  /** Names that can be no place's, and places beyond MAX_SHORTLISTED, were left out. */
  unreadable: boolean;
}

/** The places a URL names; nothing in it can reach the database but well-formed slugs, MAX_SHORTLISTED at most. */
export function parseListingSlugs(params: SearchParams): ChosenSlugs {
  const given = textsOf(params, "place");
  const wellFormed = given.filter((slug) => slug.length <= MAX_SLUG_LENGTH && isSlug(slug));
  const different = [...new Set(wellFormed)];
  return {
    slugs: different.slice(0, MAX_SHORTLISTED),
    repeated: different.length < wellFormed.length,
    unreadable: wellFormed.length < given.length || different.length > MAX_SHORTLISTED,
  };
}

/** A five-digit ZIP, or null. */
export function parseZip(params: SearchParams): string | null {
  const [zip = ""] = textsOf(params, "near");
  return /^\d{5}$/.test(zip) ? zip : null;
}

/** One short text of a URL, without control characters; "" when there is none. */
export function parseText(params: SearchParams, name: string): string {
  const [text = ""] = textsOf(params, name);
  return text
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, MAX_TEXT_LENGTH);
}

/** `path` with its places and what else it says; what is null or empty is left out. */
export function pathWithListings(
  path: string,
  slugs: readonly string[],
  more: Record<string, string | null> = {},
): string {
  const others = Object.entries(more).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams([...slugs.map((slug) => ["place", slug]), ...others]).toString();
  return query ? `${path}?${query}` : path;
}

function textsOf(params: SearchParams, name: string): string[] {
  return textsIn(params, name)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}
