import { causesOf, type Cause, type FrozenListing, type FrozenRules } from "./causes";

/** What the comparison of two editions needs. */
export interface FrozenEdition extends FrozenRules {
  places: FrozenListing[];
}

/** `new` was never ranked before; `returned` was ranked before, but not in the previous edition. */
export type Direction = "up" | "down" | "same" | "new" | "returned" | "left";

export interface Move {
  direction: Direction;
  /** Ranks; null when the edition does not rank it. */
  from: number | null;
  to: number | null;
  causes: Cause[];
}

/**
 * How every listing moved that at least one of two editions ranks, and why, by id.
 * @param rankedEarlier ids that any edition before `previous` ranked
 */
export function movesBetween(
  previous: FrozenEdition,
  current: FrozenEdition,
  rankedEarlier: ReadonlySet<string>,
): Map<string, Move> {
  const [before, after] = [previous, current].map(({ places }) => new Map(places.map((each) => [each.id, each])));
  const ids = [...new Set([...current.places, ...previous.places].map(({ id }) => id))];
  const moves = ids.flatMap((id): [string, Move][] => {
    const [was, is] = [before?.get(id), after?.get(id)];
    const [from, to] = [rankOf(was), rankOf(is)];
    if (from === null && to === null) return [];
    const causes = causesOf({ ...previous, place: was }, { ...current, place: is });
    return [[id, { direction: directionOf(from, to, rankedEarlier.has(id)), from, to, causes }]];
  });
  return new Map(moves);
}

/**
 * How many programs moved in each direction, and how many listings left.
 * @param firsts the id of one listing of each ranked program, which stands for it
 */
export function countMoves(moves: ReadonlyMap<string, Move>, firsts: readonly string[]): Map<Direction, number> {
  const ranked = firsts.flatMap((id) => moves.get(id) ?? []);
  const left = [...moves.values()].filter(({ direction }) => direction === "left");
  const counts = new Map<Direction, number>();
  for (const { direction } of [...ranked, ...left]) counts.set(direction, (counts.get(direction) ?? 0) + 1);
  return counts;
}

function rankOf(place: FrozenListing | undefined): number | null {
  return place?.result.isRanked ? place.result.rank : null;
}

function directionOf(from: number | null, to: number | null, wasRankedEarlier: boolean): Direction {
  if (to === null) return "left";
  if (from === null) return wasRankedEarlier ? "returned" : "new";
  if (from === to) return "same";
  return to < from ? "up" : "down";
}
