/**
 * A stream of pseudo-random numbers in [0, 1), 32 bits each: xoshiro128** by Blackman and Vigna (public domain,
 * prng.di.unimi.it). Whole-number arithmetic only, so that the same seed gives the same stream on every machine.
 * @param seed at least 32 hexadecimal digits, not all zero: the first 32 are the state
 */
export function randomStream(seed: string): () => number {
  if (!/^(?!0{32})[0-9a-f]{32}/.test(seed)) throw new Error(`"${seed}" is no seed of 32 hexadecimal digits.`);
  let [a = 0, b = 0, c = 0, d = 0] = [0, 8, 16, 24].map((from) => Number.parseInt(seed.slice(from, from + 8), 16));
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result / 2 ** 32;
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
