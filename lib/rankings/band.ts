/** 1 is the top quarter of the ranked listings, 4 the last. */
export type Band = 1 | 2 | 3 | 4;

/** The quarter a rank (1-based) falls in; listings that share a rank share a band. */
export function bandOf(rank: number, count: number): Band {
  const quarter = Math.floor(((rank - 1) * 4) / count) + 1;
  return Math.min(Math.max(quarter, 1), 4) as Band;
}
