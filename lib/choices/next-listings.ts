// "If they cannot see you within 48 hours": which places a person can try next, by a rule that one sentence can
// explain.

import { resolveFacts } from "@/lib/facts/facts";
import { keyFactsOf, MEDICATIONS, type Medication } from "@/lib/facts/key-facts";
import type { ListingKind } from "@/lib/facts/kind";
import type { ListingCard } from "@/lib/facts/card";
import type { Coordinates } from "@/lib/shared/geo";
import { milesFrom } from "./miles";
import type { ChosenListing, NextListing } from "./types";

export const NEXT_LISTINGS = 3;
/** We try one after the other until enough places fit; the last one is the whole county. */
const RADII_MILES = [10, 25, null] as const;

export interface Candidate extends ListingCard, Pick<ChosenListing, "sheets" | "position"> {
  /** In the newest edition. */
  rank: number;
}

export interface NextListings {
  places: NextListing[];
  /** Kinds and medications of the chosen places, which the next ones share. No medication: none was known. */
  kinds: ListingKind[];
  medications: Medication[];
  /** The radius of the search in miles; null for the whole county. */
  withinMiles: number | null;
}

interface Fitting {
  place: Candidate;
  miles: number | null;
}

type Chosen = Pick<ChosenListing, "slug" | "kind" | "sheets" | "position" | "phone">;

/**
 * The best-ranked of the candidates that are of a chosen kind, offer a medication that a chosen place offers, and lie
 * within the smallest radius that holds enough of them. Each has a phone of its own: who does not see a person at one
 * address does not see them at the next one either.
 * @param candidates by rank, best first
 * @param from a typed ZIP's middle; without it, distance is to the nearest chosen place
 */
export function nextListings(
  chosen: readonly Chosen[],
  candidates: readonly Candidate[],
  from: Coordinates | null,
): NextListings {
  const kinds = [...new Set(chosen.map(({ kind }) => kind))];
  const offered = new Set(chosen.flatMap(medicationsOf));
  const medications = MEDICATIONS.filter((medication) => offered.has(medication));
  const origins = from ? [from] : chosen.map(({ position }) => position).filter((position) => position !== null);
  const fitting = candidates
    .filter(({ slug, kind }) => kinds.includes(kind) && !chosen.some((place) => place.slug === slug))
    .filter((place) => medications.length === 0 || medicationsOf(place).some((medication) => offered.has(medication)))
    .map((place) => ({ place, miles: milesFrom(origins, place.position) }));
  const within = (radius: number | null) =>
    withOwnPhones(
      fitting.filter(({ miles }) => radius === null || (miles !== null && miles <= radius)),
      chosen,
    );
  const withinMiles = RADII_MILES.find((radius) => radius === null || within(radius).length >= NEXT_LISTINGS) ?? null;
  return { kinds, medications, withinMiles, places: within(withinMiles).slice(0, NEXT_LISTINGS).map(toNextListing) };
}

/** One place for each phone; none for a phone of a chosen place. */
function withOwnPhones(fitting: readonly Fitting[], chosen: readonly Chosen[]): Fitting[] {
  const taken = new Set(chosen.map(({ phone }) => phone));
  taken.delete(null);
  return fitting.filter(({ place: { phone } }) => {
    const isOwn = !taken.has(phone);
    if (phone) taken.add(phone);
    return isOwn;
  });
}

function medicationsOf({ sheets }: Pick<Chosen, "sheets">): Medication[] {
  const { medications } = keyFactsOf(resolveFacts(sheets));
  return MEDICATIONS.filter((medication) => medications[medication] === "yes");
}

function toNextListing({ place, miles }: Fitting): NextListing {
  const { sheets: _, position: __, ...card } = place;
  return { ...card, miles };
}
