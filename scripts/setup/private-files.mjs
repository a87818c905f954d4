import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes a file only its owner can read, at once: a reader sees the old one or the new one.
 * @param {string} file
 * @param {string} text
 */
export function writePrivate(file, text) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}.new`;
  writeFileSync(half, text, { mode: 0o600 });
  renameSync(half, file);
}

/**
 * What a JSON file of ours holds, or undefined when it is not there or was cut off.
 * @template T
 * @param {string} file
 * @returns {T | undefined}
 */
export function readPrivateJson(file) {
  try {
    return /** @type {T} */ (JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}
