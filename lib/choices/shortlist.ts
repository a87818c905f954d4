// What a device keeps of a person's choice: names, slugs and telephone numbers of public pages, and nothing else.
// public/shortlist.js keeps the same list on pages without the framework's scripts; a test checks that both agree.

import { isSlug } from "@/lib/shared/slug";
import { MAX_SHORTLISTED } from "./paths";

/** The name and the number are kept so that the list can be read and called without asking the server anything. */
export interface KeptListing {
  slug: string;
  name: string;
  /** As a link dials it (lib/shared/phone-as-written.ts). Lists that are older have none. */
  dial?: string;
}

export const SHORTLIST_KEY = "shortlist";
/** Code that changes the list sends this event to the window, for other code on the same page. */
export const SHORTLIST_EVENT = "shortlist";

export interface KeptList {
  places: KeptListing[];
  /** The stored text was not our list, or some of its entries were not. */
  damaged: boolean;
}

/**
 * Reads the list that the device kept: whatever the text is, only listings come out, each once, MAX_SHORTLISTED at
 * most.
 */
export function readShortlist(text: string | null): KeptList {
  if (!text) return { places: [], damaged: false };
  const kept = parse(text);
  if (!Array.isArray(kept)) return { places: [], damaged: true };
  const places = kept
    .filter(isKeptListing)
    .map(({ slug, name, dial }) => ({ slug, name, ...(isDial(dial) && { dial }) }));
  const different = places.filter(({ slug }, at) => places.findIndex((other) => other.slug === slug) === at);
  return { places: different.slice(0, MAX_SHORTLISTED), damaged: places.length < kept.length };
}

export function writeShortlist(places: readonly KeptListing[]): string {
  return JSON.stringify(places);
}

/** The list with one more at its end, unless the place is already in it or the list is full. */
export function keep(places: readonly KeptListing[], place: KeptListing): KeptListing[] {
  const isThere = places.some(({ slug }) => slug === place.slug);
  return isThere || places.length >= MAX_SHORTLISTED ? [...places] : [...places, place];
}

export function drop(places: readonly KeptListing[], slug: string): KeptListing[] {
  return places.filter((place) => place.slug !== slug);
}

/** The list with one place moved up (-1) or down (1); at either end it stays where it is. */
export function move(places: readonly KeptListing[], slug: string, step: -1 | 1): KeptListing[] {
  const from = places.findIndex((place) => place.slug === slug);
  const to = from + step;
  const [moved, other] = [places[from], places[to]];
  if (!moved || !other) return [...places];
  return places.map((place, at) => (at === to ? moved : at === from ? other : place));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isDial(value: unknown): value is string {
  return typeof value === "string" && /^\+\d{5,15}(;ext=\d{1,10})?$/.test(value);
}

function isKeptListing(value: unknown): value is KeptListing {
  const { slug, name } = (value ?? {}) as Partial<Record<keyof KeptListing, unknown>>;
  return typeof slug === "string" && isSlug(slug) && typeof name === "string" && name !== "";
}
