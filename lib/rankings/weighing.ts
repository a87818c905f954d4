// What the page of own weights carries to the browser: every ranked place with its answers, packed small, because
// readers may have a slow connection.

import { tellingApart } from "@/lib/facts/listing-title";
import type { Locale } from "@/lib/shared/i18n";
import { newestCheckOf } from "./order";
import type { CriterionResult, RankingMethod } from "./schema";
import type { Edition, RankedProgram, WithdrawnEntry } from "./types";
import { editorialWeights, weigh, type Scale, type Weighable, type Weighed, type Weights } from "./own-weights";

type Answer = CriterionResult["value"];

const LETTER = { yes: "y", no: "n", unknown: "u" } as const satisfies Record<Answer, string>;
const ANSWER: Record<string, Answer | undefined> = { y: "yes", n: "no", u: "unknown" };

/**
 * Of a program: slug, name, unit, where it is, what stands below that, newest check, a letter per answer, editorial
 * rank, closed; "" for null.
 */
export type PackedListing = readonly [string, string, string, string, string, string, string, number, boolean];

export interface Weighing extends Scale {
  groups: (Scale["groups"][number] & { name: string; explanation: string })[];
  /**
   * In editorial order. Last, without a name, come listings that are no longer published and still count among the
   * peers.
   */
  places: PackedListing[];
}

export interface WeighedListing extends Weighable {
  /** What tells it from others of the same name and unit. */
  where: string;
  /** What stands below that. */
  line: string;
  editorialRank: number;
  /** It has closed since the edition. */
  isClosed: boolean;
}

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
    places: [
      ...entries.map((entry): PackedListing => {
        const { slug, name, unit, presence } = entry.listing;
        const where = tellingApart({ ...entry.listing, unit: null });
        const isClosed = presence === "closed";
        return [slug, name, unit ?? "", where, lineOf(entry), ...packAnswers(entry), entry.rank, isClosed];
      }),
      ...withdrawn.map((entry): PackedListing => ["", "", "", "", "", ...packAnswers(entry), entry.rank, false]),
    ],
  };
}

/** In the order they were packed. */
export function unpackListings(packed: readonly PackedListing[]): WeighedListing[] {
  return packed.map(([slug, name, unit, where, line, newestCheck, answers, editorialRank, isClosed]) => ({
    slug,
    name,
    unit: unit || null,
    where,
    line,
    newestCheck: newestCheck || null,
    answers: answers.split("").map((letter) => ANSWER[letter] ?? "unknown"),
    editorialRank,
    isClosed,
  }));
}

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

function packAnswers({ criteria }: { criteria: CriterionResult[] }): [string, string] {
  return [newestCheckOf(criteria) ?? "", criteria.map(({ value }) => LETTER[value]).join("")];
}
