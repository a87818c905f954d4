import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
    if (isMade(file, mine)) return { wasLeft, release: () => rmSync(file, { force: true }) };
    const holder = readHolder(file);
    if (holder) return { holder };
    rmSync(file, { force: true });
  }
}

/**
 * Makes a file unless it is there; nobody sees it empty.
 * @param {string} file
 * @param {string} text
 */
function isMade(file, text) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Does something while holding a lock; waits for the present holder first.
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
