import type { NamedListing } from "@/lib/facts/listing-title";
import type { NotRankedReason } from "@/lib/facts/not-ranked";
import type { ListingKind } from "@/lib/facts/kind";
import type { Coordinates } from "@/lib/shared/geo";

/** What the map knows of a listing. */
export interface MapListing extends NamedListing {
  kind: ListingKind;
  /** Known from the state's list of licenses alone. */
  fromStateList: boolean;
  /** False where it says that it does not treat opioid use disorder: it stands last among those without a rank. */
  treatsOpioids: boolean;
  /** In the newest edition; null when it does not rank the place. */
  rank: number | null;
  /** Why it does not; null when it does, or does not know the place. */
  notRankedFor: NotRankedReason | null;
  /** Null when nobody knows where it is. */
  position: MapPosition | null;
}

export interface MapPosition extends Coordinates {
  /** It is the middle of the ZIP code, because the address's own position is not known. */
  isApproximate: boolean;
}

export type LocatedListing = MapListing & { position: MapPosition };
