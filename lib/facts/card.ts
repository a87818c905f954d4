import type { ListingKind } from "./kind";
import { presenceOf, type Presence, type PresenceColumns } from "./presence";

/** What a list shows of a place. */
export interface ListingCard {
  slug: string;
  name: string;
  unit: string | null;
  street: string;
  street2: string | null;
  city: string;
  state: string;
  zip: string;
  /** E.164 without extension. */
  phone: string | null;
  phoneExtension: string | null;
  kind: ListingKind;
  /** We know it from the state's list of licenses, and did not find it in the federal survey. */
  fromStateList: boolean;
  presence: Presence;
}

/** What a card is made of. */
export interface CardRow extends Omit<ListingCard, "fromStateList" | "presence">, PresenceColumns {
  knownByLicense: string | null;
}

/** Other columns that a query read are dropped. */
export function toCard(row: CardRow): ListingCard {
  const { slug, name, unit, street, street2, city, state, zip, phone, phoneExtension, kind } = row;
  const more = { fromStateList: row.knownByLicense !== null, presence: presenceOf(row) };
  return { slug, name, unit, street, street2, city, state, zip, phone, phoneExtension, kind, ...more };
}
