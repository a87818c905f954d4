// What a change of the weights did to a list, against how it stood a moment ago.

/** A place of a list in printed order; several may have one rank. */
export interface RankedSlug {
  slug: string;
  rank: number;
}

export interface OrderChange {
  /** How many places have another rank than before. */
  moved: number;
  /** The first rank has other places than before. */
  isNewFirst: boolean;
}

/** @param before the same places as after, as they stood */
export function changeOfOrder(before: readonly RankedSlug[], after: readonly RankedSlug[]): OrderChange {
  const former = new Map(before.map(({ slug, rank }) => [slug, rank]));
  const firsts = firstsOf(after);
  return {
    moved: after.filter(({ slug, rank }) => former.get(slug) !== rank).length,
    isNewFirst: firsts.length !== firstsOf(before).length || firsts.some(({ slug }) => former.get(slug) !== 1),
  };
}

/** The places at the first rank, more than one when they tie. */
export function firstsOf<Ranked extends RankedSlug>(order: readonly Ranked[]): Ranked[] {
  return order.filter(({ rank }) => rank === 1);
}
