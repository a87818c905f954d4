// "If they cannot see you within 48 hours": which places a person can try next, by a rule that one sentence can
// explain.

import type { ListingCard } from "@/lib/facts/card";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { RINGS_MILES } from "@/lib/search/ordering";
import type { Coordinates } from "@/lib/shared/geo";
import { milesFrom } from "./miles";
import type { ChosenListing, NextListing, Wanted } from "./types";
import { answersAll, unsaidOf, wantedOf } from "./wanted";

export const NEXT_LISTINGS = 3;
/** Its rank is that of the newest edition. */
export interface Candidate
  extends ListingCard, Pick<ChosenListing, "answers" | "position">, Pick<NextListing, "rank" | "facts" | "who"> {}

export interface NextListings {
  places: NextListing[];
  /** What all of them answer with a yes, or did not say, so far as it can be had. */
  wanted: Wanted[];
  /** The radius of the search in miles; null for the whole county. */
  withinMiles: number | null;
}

interface Fitting {
  place: Candidate;
  miles: number | null;
  unsaid: Wanted[];
}

type Chosen = Pick<ChosenListing, "slug" | "kind" | "answers" | "position" | "phone">;

/**
 * The best-ranked of the candidates that answer with a yes what the person asked for, and what the chosen places have in
 * common, within the smallest of the search's rings that holds enough of them. Where none does, in the whole county; where that does not either, those follow that did
 * not say, and then those of another kind or medication; never one that says no to anything else. Each has a phone of its
 * own: who does not see a person at one address does not see them at the next one either.
 * @param candidates by rank, best first
 * @param from a typed ZIP's middle; without it, distance is to the nearest chosen place
 */
export function nextListings(
  chosen: readonly Chosen[],
  candidates: readonly Candidate[],
  from: Coordinates | null,
  asked: ListingFilters = NO_FILTERS,
): NextListings {
  const wanted = wantedOf(chosen, asked);
  const wishes = wanted.filter(({ isWish }) => isWish);
  const musts = wanted.filter(({ isWish }) => !isWish);
  const origins = from ? [from] : chosen.map(({ position }) => position).filter((position) => position !== null);
  const possible = candidates
    .filter(({ slug }) => !chosen.some((place) => place.slug === slug))
    .flatMap((place): Fitting[] => {
      const unsaid = unsaidOf(place, musts);
      return unsaid ? [{ place, miles: milesFrom(origins, place.position), unsaid }] : [];
    });
  const alike = possible.filter(({ place }) => answersAll(place, wishes));
  const fitting = alike.filter(isSaid);
  const within = (radius: number) =>
    withOwnPhones(
      fitting.filter(({ miles }) => miles !== null && miles <= radius),
      chosen,
    );
  const withinMiles = RINGS_MILES.find((radius) => within(radius).length >= NEXT_LISTINGS) ?? null;
  const inTurn = [...new Set([fitting, alike, possible.filter(isSaid), possible].flatMap(nearerRingsFirst))];
  const found = withinMiles === null ? withOwnPhones(inTurn, chosen) : within(withinMiles);
  const shown = found.slice(0, NEXT_LISTINGS);
  const isMet = (wish: Wanted) => shown.every(({ place }) => answersAll(place, [wish]));
  return { wanted: [...musts, ...wishes.filter(isMet)], withinMiles, places: shown.map(toNextListing) };
}

/** By rank within each ring, and those without a distance last. */
function nearerRingsFirst(fitting: readonly Fitting[]): Fitting[] {
  const ringOf = ({ miles }: Fitting) => {
    const ring = RINGS_MILES.findIndex((radius) => miles !== null && miles <= radius);
    return ring < 0 ? RINGS_MILES.length : ring;
  };
  return fitting.toSorted((one, other) => ringOf(one) - ringOf(other));
}

const isSaid = ({ unsaid }: Fitting) => unsaid.length === 0;

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

function toNextListing({ place, miles, unsaid }: Fitting): NextListing {
  const { answers: _, position: __, ...card } = place;
  return { ...card, miles, unsaid };
}
