// The page of own weights: what it carries to the browser, and the list that the browser makes of it.

import { tellingApart } from "@/lib/facts/listing-title";
import type { Locale } from "@/lib/shared/i18n";
import { newestCheckOf } from "./order";
import { packListings, type PackableListing, type PackedListings } from "./packed-listings";
import type { RankingMethod } from "./schema";
import type { Edition, RankedProgram, WithdrawnEntry } from "./types";
import { editorialWeights, weigh, type Scale, type Weighed, type Weights } from "./own-weights";

export interface Weighing extends Scale {
  groups: (Scale["groups"][number] & { name: string; explanation: string })[];
  /**
   * In editorial order. Last, without a name, come listings that are no longer published and still count among the
   * peers.
   */
  packed: PackedListings;
}

export type WeighedListing = PackableListing;

/** Ours: the editorial order, by our weights. Nothing: every weight is 0, so the editorial order is shown. */
export type WeighingState = "ours" | "own" | "nothing";

export interface WeighedList {
  state: WeighingState;
  /** The programs that are published, in order. */
  order: Weighed<WeighedListing>[];
}

/** @param lineOf what stands below a place's name and address */
export function packWeighing(
  locale: Locale,
  { groups, constants }: RankingMethod,
  { entries }: Pick<Edition, "entries">,
  withdrawn: readonly WithdrawnEntry[],
  lineOf: (entry: RankedProgram) => string,
): Weighing {
  return {
    priorPercentile: constants.priorPercentile,
    groups: groups.map(({ key, name, explanation, criteria }) => {
      return {
        key,
        name: name[locale],
        explanation: explanation[locale],
        points: criteria.map(({ points }) => points),
      };
    }),
    packed: packListings([
      ...entries.map((entry) => {
        const { slug, name, unit, presence } = entry.listing;
        const where = tellingApart({ ...entry.listing, unit: null });
        return { ...answersOf(entry), slug, name, unit, where, line: lineOf(entry), isClosed: presence === "closed" };
      }),
      ...withdrawn.map((entry) => ({ ...answersOf(entry), ...NAMELESS })),
    ]),
  };
}

const NAMELESS = { slug: "", name: "", unit: null, where: "", line: "", isClosed: false };

/** @param places as unpacked */
export function weighListings(scale: Scale, weights: Weights, places: readonly WeighedListing[]): WeighedList {
  const editorial = editorialWeights(scale);
  const isEditorial = weights.every((weight, index) => weight === editorial[index]);
  const own = isEditorial ? null : weigh(scale, weights, places);
  const order = own ?? inGivenOrder(weigh(scale, editorial, places) ?? [], places);
  const state = isEditorial ? "ours" : own ? "own" : "nothing";
  return { state, order: order.filter(({ slug }) => slug !== "") };
}

/** As the edition printed them, even when a name that broke a tie has changed since. */
function inGivenOrder(order: Weighed<WeighedListing>[], places: readonly WeighedListing[]): Weighed<WeighedListing>[] {
  const given = new Map(places.map(({ slug }, index) => [slug, index]));
  return [...order].sort((a, b) => (given.get(a.slug) ?? 0) - (given.get(b.slug) ?? 0));
}

function answersOf({ criteria, rank }: Pick<WithdrawnEntry, "criteria" | "rank">) {
  return {
    newestCheck: newestCheckOf(criteria),
    answers: criteria.map(({ value }) => value),
    editorialRank: rank,
  };
}
