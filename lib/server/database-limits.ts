import "server-only";

/** Who waits for the answers of this process: a person for a page, or nobody. */
const holder = globalThis as { databaseLimits?: string };

/** What a page waits for, in milliseconds: a statement, and for somebody else's lock. */
const PAGE = { statement_timeout: 2_500, lock_timeout: 2_000, idle_in_transaction_session_timeout: 20_000 };

/** Within a transaction of staff. As long as the transaction itself (lib/server/db). */
export const PATIENT_LIMITS =
  "SELECT set_config('statement_timeout', '15000', true), set_config('lock_timeout', '15000', true)";

/**
 * After how long without any answer the server counts as away. One that is there answers the smallest question in
 * milliseconds, however busy it is. Whoever waits for nobody gives it more: a long import is worth some patience.
 */
export function silenceMs(): number {
  return holder.databaseLimits === undefined ? 10_000 : 1_200;
}

/** From now on this process is the site: its statements end by themselves. Call it before the first of them. */
export function limitStatements(): void {
  holder.databaseLimits = Object.entries(PAGE)
    .map(([name, milliseconds]) => `-c ${name}=${milliseconds}`)
    .join(" ");
}

/** Takes it back: for tests, many of which share a process. */
export function unlimitStatements(): void {
  delete holder.databaseLimits;
}

/** The limits as an option of a connection; null in a process whose statements may take as long as they need. */
export function limitsOf(): string | null {
  return holder.databaseLimits ?? null;
}
