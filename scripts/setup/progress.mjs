const TELL_EVERY_MS = 10_000;

/**
 * Numbered lines that say what is being done and how long it took: `[3/8] database … started  1.2 s`.
 * @param {number} total
 */
export function createProgress(total) {
  let number = 0;
  /**
   * @template T
   * @param {string} title
   * @param {() => Promise<{ note?: string, value: T }>} work
   * @returns {Promise<T>}
   */
  return async function step(title, work) {
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    process.stdout.write(`[${++number}/${total}] ${title} … `);
    const timer = setInterval(() => process.stdout.write(`${seconds().toFixed(0)} s … `), TELL_EVERY_MS);
    try {
      const { note, value } = await work();
      process.stdout.write(`${note ? `${note}  ` : ""}${seconds().toFixed(1)} s\n`);
      return value;
    } catch (error) {
      process.stdout.write("failed\n");
      throw error;
    } finally {
      clearInterval(timer);
    }
  };
}
