import { statSync, truncateSync } from "node:fs";

const MAX_BYTES = 20 * 1024 * 1024;
const LOOK_EVERY_MS = 60_000;

/**
 * Empties a log that another program writes itself, PostgreSQL's, when it is too large; it is written to its end, so the
 * next line is its first.
 */
export function boundLog(file: string): void {
  setInterval(() => {
    try {
      if (statSync(file).size > MAX_BYTES) truncateSync(file);
    } catch {
      // It is not there yet, or nobody can write: looked at again in a minute.
    }
  }, LOOK_EVERY_MS).unref();
}
