const stated = process.env.TEST_PATIENCE || (process.env.CI ? "3" : "1");
if (!(Number(stated) > 0)) throw new Error(`TEST_PATIENCE is "${stated}": set a number above 0, such as 2.`);

/**
 * How long a test may wait that needs at most so long on a quiet machine. TEST_PATIENCE multiplies every time limit of
 * every test; in CI, whose machine is shared, it is 3. A limit only ends what hangs: no test passes or fails by how
 * fast something is.
 * @param {number} quietMs milliseconds
 * @returns {number} milliseconds
 */
export function patience(quietMs) {
  return Math.round(quietMs * Number(stated));
}
