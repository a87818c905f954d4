// A URL holds a set of places as repeated `place=<slug>`: people can share, print and bookmark it without an account.
// What a URL says wrong is left out with a note. It is never an error.

import { textsIn, type SearchParams } from "@/lib/shared/search-params";
import { isSlug } from "@/lib/shared/slug";

/** A person can compare four columns. */
export const MAX_COMPARED = 4;
/** As many calls as somebody makes at one time; more go on a second sheet. */
export const MAX_ON_CALL_SHEET = 6;
/** As many as a device keeps, so a URL needs to hold no more. */
export const MAX_SHORTLISTED = 12;
const MAX_SLUG_LENGTH = 240;
const MAX_TEXT_LENGTH = 80;

export interface ChosenSlugs {
  /** In the URL's order, each once. */
  slugs: string[];
  /** Some place was named more than once. */
  repeated: boolean;
  /** Some names can be no slug, or there were more than MAX_SHORTLISTED: those were left out. */
  unreadable: boolean;
}

/** The places that a URL names: well-formed slugs only, MAX_SHORTLISTED at most. Nothing else reaches the database. */
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

/** A short text from a URL, without control characters; "" when there is none. */
export function parseText(params: SearchParams, name: string): string {
  const [text = ""] = textsOf(params, name);
  return text
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, MAX_TEXT_LENGTH);
}

/** Parameters of a URL, in its order. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/**
 * `path` with these places and other parameters; a parameter that is null or empty is left out.
 * @param asked what the person asked for, which every page about places hands on to the next
 */
export function pathWithListings(
  path: string,
  slugs: readonly string[],
  more: Record<string, string | null> = {},
  asked: Pairs = [],
): string {
  const others = Object.entries(more).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const pairs = [...slugs.map((slug) => ["place", slug]), ...others, ...asked.map(([name, value]) => [name, value])];
  const query = new URLSearchParams(pairs).toString();
  return query ? `${path}?${query}` : path;
}

function textsOf(params: SearchParams, name: string): string[] {
  return textsIn(params, name)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}
