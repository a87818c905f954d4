// What tells a listing from every other one. Many operators give all their places one name, so a name alone may lead to
// the wrong door. Whatever prints or speaks the name of a listing apart from its address takes it from here.

import { phoneAsWritten } from "@/lib/shared/phone-as-written";
import { doorLines } from "./door-lines";
import type { Presence } from "./presence";

/** Select these wherever you select a listing's name; tests/architecture-places.test.ts finds a query that forgets. */
export const TITLE_COLUMNS = {
  name: true,
  unit: true,
  street: true,
  street2: true,
  city: true,
  zip: true,
  phone: true,
} as const;

export interface TitledListing {
  name: string;
  /** Its program or house. */
  unit: string | null;
  /** "" for a confidential site. */
  street: string;
  /** The suite or building. */
  street2: string | null;
  city: string;
  zip: string;
  /** E.164. */
  phone: string | null;
}

/** A listing as it can be named: with a page, unless it is gone. */
export interface NamedListing extends TitledListing {
  slug: string;
  presence: Presence;
}

/** "Long Beach outpatient, 5190 Atlantic Avenue, Suite 2, Long Beach"; of a confidential site ZIP code and phone. */
export function tellingApart({ unit, street, street2, city, zip, phone }: Omit<TitledListing, "name">): string {
  const where = street ? [...doorLines({ street, street2 }), city] : [`${city} ${zip}`, phone && phoneAsWritten(phone)];
  return [unit, ...where].filter(Boolean).join(", ");
}

/** The name with what tells it apart: no two published listings have the same. */
export function fullTitle(listing: TitledListing): string {
  return `${listing.name}, ${tellingApart(listing)}`;
}

/** Only what names it: other columns that somebody read are dropped. */
export function toNamed({ slug, name, unit, street, street2, city, zip, phone, presence }: NamedListing): NamedListing {
  return { slug, name, unit, street, street2, city, zip, phone, presence };
}
