import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startOf } from "./process-identity.mjs";

/**
 * Takes a lock that is a file with the holder's number and start. One whose holder has ended is taken over.
 * @param {string} file
 * @returns {{ holder: number } | { release: () => void, wasLeft: boolean }}
 */
export function takeLock(file) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) });
  for (let wasLeft = false; ; wasLeft = true) {
    try {
      writeFileSync(file, mine, { flag: "wx", mode: 0o600 });
      return { wasLeft, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    const holder = readHolder(file);
    if (holder) return { holder };
    rmSync(file, { force: true });
  }
}

/**
 * Does something while holding a lock, after whoever holds it now.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  for (;;) {
    const lock = takeLock(file);
    if (!("holder" in lock)) return work().finally(lock.release);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/**
 * The living holder of a lock, if any.
 * @param {string} file
 * @returns {number | undefined}
 */
export function readHolder(file) {
  try {
    const { pid, start } = JSON.parse(readFileSync(file, "utf8"));
    return startOf(pid) === start ? pid : undefined;
  } catch {
    return undefined;
  }
}
