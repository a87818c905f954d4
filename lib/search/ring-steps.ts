// The places of a list within the ring, step after step, as its headings tell them apart.

import type { Ring, SearchHit } from "./types";

/** Places that stand together: as far away as each other, and all ranked or none. */
export interface RingStep<Hit> {
  /** Miles that the nearer steps end at; 0 for the first. */
  from: number;
  to: number;
  isRanked: boolean;
  hits: Hit[];
}

type Measured = Pick<SearchHit, "distance" | "rank">;

/**
 * Cuts a list where its step changes. A place without a rank counts as a ring farther away (ordering.ts), so those of a
 * ring stand together behind the ranked ones of the next, and no place is said to be farther than it is.
 */
export function ringSteps<Hit extends Measured>({ steps }: Pick<Ring, "steps">, hits: readonly Hit[]): RingStep<Hit>[] {
  const parts: RingStep<Hit>[] = [];
  for (const hit of hits) {
    const at = steps.findIndex((miles) => hit.distance !== null && hit.distance.miles <= miles);
    const to = steps[at] ?? steps.at(-1)!;
    const isRanked = hit.rank !== null;
    const last = parts.at(-1);
    if (last?.to === to && last.isRanked === isRanked) last.hits.push(hit);
    else parts.push({ from: steps[at - 1] ?? 0, to, isRanked, hits: [hit] });
  }
  return parts;
}
