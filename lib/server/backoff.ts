const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Seconds between one try and the next. The first tries follow soon after each other, so that a server that was down
 * for ten minutes gets its mail within a quarter of an hour. All tries take about 23 and a half hours, so that a server
 * that was down for a night still gets it.
 */
const PAUSES = [
  10,
  30,
  2 * MINUTE,
  5 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  6 * HOUR,
  10 * HOUR,
] as const;

export const MAX_ATTEMPTS = PAUSES.length + 1;

/** Each pause is up to this share shorter or longer, so that jobs that failed together are not tried together again. */
export const JITTER = 0.2;

/**
 * Seconds to wait after a failed try.
 * @param attempt 1 for the first; beyond the last, as after the last
 * @param random 0–1
 */
export function pauseAfter(attempt: number, random = Math.random()): number {
  const pause = PAUSES[Math.min(Math.max(attempt, 1), PAUSES.length) - 1]!;
  return pause * (1 - JITTER + 2 * JITTER * random);
}
