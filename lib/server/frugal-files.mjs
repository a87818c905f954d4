// How kept pages are written: whole or not at all, and never so that the disk of the data gets full.
import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import path from "node:path";

const MEGABYTE = 1024 * 1024;
/** Pages of ten thousand listings in two languages. */
const MAX_KEPT_BYTES = 2048 * MEGABYTE;
/** What the database needs to go on for a while. */
const MIN_FREE_BYTES = 256 * MEGABYTE;
const COUNT_AGAIN_MS = 60_000;

/**
 * A `writeFile` for the folder of kept pages. A file is there whole, or as it was before. When the disk is nearly full,
 * cannot be written, or holds enough pages, nothing is kept, and the page is rendered again at its next visit.
 * @param {string} folder
 * @param {{ maxBytes?: number, minFreeBytes?: number }} [bounds]
 * @returns {(file: string, data: string | Uint8Array) => Promise<void>} never rejects
 */
export function frugalWriter(folder, { maxBytes = MAX_KEPT_BYTES, minFreeBytes = MIN_FREE_BYTES } = {}) {
  let room = { at: -Infinity, bytes: 0 };

  return async (file, data) => {
    const half = `${file}.${randomUUID()}.half`;
    try {
      if (performance.now() - room.at > COUNT_AGAIN_MS) room = { at: performance.now(), bytes: await countRoom() };
      room.bytes -= data.length;
      if (room.bytes < 0) throw new Error("No room");
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(half, data);
      await rename(half, file);
    } catch {
      await rm(half, { force: true }).catch(() => undefined);
      // An older page must not be taken for this one.
      await rm(file, { force: true }).catch(() => undefined);
    }
  };

  async function countRoom() {
    await mkdir(folder, { recursive: true });
    const { bavail, bsize } = await statfs(folder);
    return Math.min(bavail * bsize - minFreeBytes, maxBytes - (await bytesIn(folder)));
  }
}

/**
 * How many bytes the files below a folder have; 0 when it is not there.
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function bytesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries)
    if (entry.isFile())
      bytes += await stat(path.join(entry.parentPath ?? entry.path, entry.name)).then(
        ({ size }) => size,
        () => 0,
      );
  return bytes;
}
