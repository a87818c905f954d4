/** A failure whose message already says what to do: shown as it is, without a stack. */
export class Failure extends Error {}

/**
 * What to print about an error: the words of a Failure, the whole stack of anything else.
 * @param {unknown} error
 * @returns {string}
 */
export function describeFailure(error) {
  if (error instanceof Failure) return `error  ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
