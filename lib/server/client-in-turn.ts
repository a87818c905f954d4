import "server-only";
import pg from "pg";

/**
 * A connection that asks one thing after another. Prisma reads several relations of a record at once, and inside a
 * transaction they all go over one connection. `pg` lines them up itself, but warns, and from version 9 on it refuses.
 */
export class ClientInTurn extends pg.Client {
  #last: Promise<unknown> = Promise.resolve();

  /** The answer fits each of the overloads of `pg`: it is what that returns. */
  override query(...given: unknown[]): never {
    const ask = () => super.query(...(given as [string])) as unknown;
    // The pool asks with a callback, and only over a connection that nobody else has; a stream is its own answer.
    if (typeof given.at(-1) === "function" || isSubmittable(given[0])) return ask() as never;
    const answer = this.#last.then(ask);
    this.#last = answer.catch(() => undefined);
    return answer as never;
  }
}

function isSubmittable(query: unknown): boolean {
  return typeof query === "object" && query !== null && "submit" in query;
}
