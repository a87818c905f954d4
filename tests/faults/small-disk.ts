import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";

/** More than what must be free before a page is kept (frugal-files.mjs). */
const MEGABYTES = 340;
const BLOCK = Buffer.alloc(1024 * 1024, 1);

/** Whether this user may mount, which only root may. */
export const mayMount = () => process.getuid?.() === 0;

/** A small disk of its own in memory, in that folder. @returns whether it could be mounted */
export function mountSmallDisk(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const options = `size=${MEGABYTES}m,mode=700`;
  return mayMount() && spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status === 0;
}

/** Also while a process still has a file of it open. */
export function unmount(folder: string): void {
  spawnSync("umount", ["--lazy", folder]);
}

/** Fills the disk to its last byte. @returns what frees it again */
export function fillDisk(folder: string): () => void {
  const file = path.join(folder, "ballast");
  const opened = openSync(file, "w");
  try {
    for (let size = BLOCK.length; size >= 1;) {
      try {
        if (writeSync(opened, BLOCK, 0, size) < size) size = Math.floor(size / 2);
      } catch {
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(opened);
  }
  return () => rmSync(file, { force: true });
}
