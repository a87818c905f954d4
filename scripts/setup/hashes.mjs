import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Made by tools, or only read by tests: a change there needs no new build and no new seed. */
const LEFT_OUT = /(^|\/)(generated|node_modules|\.[^/]*)$|\.test\.tsx?$/;

/**
 * A short name for the contents of files and folders, equal on every machine.
 * @param {string[]} paths files or folders below the working directory; one that is missing counts as empty
 * @returns {string} 16 hex characters
 */
export function hashFiles(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesBelow)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex").slice(0, 16);
}

/**
 * @param {string} file
 * @returns {string[]}
 */
function filesBelow(file) {
  if (LEFT_OUT.test(file) || !existsSync(file)) return [];
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesBelow(path.posix.join(file, name)));
}
