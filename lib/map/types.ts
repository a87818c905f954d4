import type { NamedListing } from "@/lib/facts/listing-title";
import type { NotRankedReason } from "@/lib/facts/not-ranked";
import type { ListingKind } from "@/lib/facts/kind";
import type { SearchHit } from "@/lib/search/types";
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

/** What the card of a place says beside where it is. */
export type CardDetails = Pick<SearchHit, "facts" | "who" | "band" | "phoneExtension">;

/** A place as its card beside a map shows it. */
export interface MapCard
  extends NamedListing, CardDetails, Pick<SearchHit, "kind" | "fromStateList" | "rank" | "notRankedFor"> {
  position: MapPosition | null;
  /** Null for one that the map cannot show. */
  number: number | null;
  /** To what somebody asked for. */
  answers: SearchHit["answers"];
  /** From where they asked; null when they did not. */
  distance: SearchHit["distance"];
}
