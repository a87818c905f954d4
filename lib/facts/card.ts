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
  presence: Presence;
}

/** Other columns that a query read are dropped. */
export function toCard(row: Omit<ListingCard, "presence"> & PresenceColumns): ListingCard {
  const { slug, name, unit, street, street2, city, state, zip, phone, phoneExtension, kind } = row;
  const presence = presenceOf(row);
  return { slug, name, unit, street, street2, city, state, zip, phone, phoneExtension, kind, presence };
}
