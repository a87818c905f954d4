import leven from "leven";

/** In words up to this long one slip is a slip, and two make another word: "doctor" is no "dolor". */
const SHORT = 8;
/** In shorter ones no slip is told from another word: "son" is no "con". */
const MIN_LENGTH = 5;

/**
 * How many slips of the hand lead from `word`, or from what it begins with, to `typed`: a letter wrong, missing or too
 * many, two in each other's place, or one that went astray. Infinity for more than a hand makes: one in a short word,
 * behind its first letter, two in a long one. "Banana" is no "mañana".
 * @param isWhole it is meant to the end, not only begun
 */
export function slipsBetween(typed: string, word: string, { isWhole = false } = {}): number {
  if (typed === word) return 0;
  if (typed.length < MIN_LENGTH) return Infinity;
  const allowed = typed.length > SHORT ? 2 : 1;
  if (allowed === 1 && typed[0] !== word[0]) return Infinity;
  const lengths = [-2, -1, 0, 1, 2].map((more) => typed.length + more).filter((length) => length > 2);
  const beginnings = isWhole ? [word] : [word, ...lengths.map((length) => word.slice(0, length))];
  const near = beginnings.filter((meant) => Math.abs(meant.length - typed.length) <= allowed);
  const slips = Math.min(
    ...near.map((meant) => (isMoved(typed, meant) ? 1 : leven(typed, meant, { maxDistance: allowed + 1 }))),
  );
  return slips <= allowed ? slips : Infinity;
}

/** Of the words those with the fewest slips; none when `typed` is a slip of none. */
export function slipsOf(typed: string, words: Iterable<string>, { isWhole = false } = {}): string[] {
  const slips = [...new Set(words)].map((word) => ({ word, slips: slipsBetween(typed, word, { isWhole }) }));
  const fewest = Math.min(...slips.map((each) => each.slips));
  return fewest === Infinity ? [] : slips.filter((each) => each.slips === fewest).map(({ word }) => word);
}

/** How far a letter goes astray: "taranza" is Tarzana. */
const MAX_ASTRAY = 3;

/**
 * "herion" for "heroin", "taranza" for "tarzana": a letter stands a few places on or back. To the distance that is two
 * changes, to the hand it is one.
 */
function isMoved(typed: string, meant: string): boolean {
  if (typed.length !== meant.length || typed === meant) return false;
  let [from, to] = [0, typed.length - 1];
  while (typed[from] === meant[from]) from++;
  while (typed[to] === meant[to]) to--;
  if (to - from > MAX_ASTRAY) return false;
  const [own, other] = [typed.slice(from, to + 1), meant.slice(from, to + 1)];
  return own === `${other.slice(1)}${other[0]}` || own === `${other.at(-1)}${other.slice(0, -1)}`;
}
