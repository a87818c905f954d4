import { GATE_REASONS, type GateReason } from "./gates";
import { NOT_RANKED_PER_PAGE, pageAt, partOf, type ListPart } from "./list-pages";
import type { ExcludedListing } from "./types";

/** Those that may help a person with opioid use disorder come before those that say they do not treat it. */
const OTHERS = "does_not_treat_opioid_use_disorder" satisfies GateReason;
const REASONS: readonly GateReason[] = [...GATE_REASONS.filter((reason) => reason !== OTHERS), OTHERS];

/** The places of one reason. */
export interface ReasonGroup {
  reason: GateReason;
  /** At least one. */
  places: ExcludedListing[];
  /** The page of the whole list on which they begin. */
  page: number;
}

/** What an edition does not rank, by reason in printed order, each in the order given. */
export function byReason(exclusions: readonly ExcludedListing[]): ReasonGroup[] {
  const groups = REASONS.map((reason) => ({ reason, places: exclusions.filter((place) => place.reason === reason) }));
  return groups
    .map((group, at) => {
      const before = groups.slice(0, at).reduce((sum, { places }) => sum + places.length, 0);
      return { ...group, page: pageAt(before, NOT_RANKED_PER_PAGE) };
    })
    .filter(({ places }) => places.length > 0);
}

/** A page of what an edition does not rank; null past its end. */
export function notRankedPart(
  exclusions: readonly ExcludedListing[],
  page: number | null,
): ListPart<ExcludedListing> | null {
  const list = byReason(exclusions).flatMap(({ places }) => places);
  return partOf(list, page, NOT_RANKED_PER_PAGE);
}
