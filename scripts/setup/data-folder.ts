import { accessSync, constants, mkdirSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { takeLock } from "./lock.mjs";

/** The folder of everything this copy keeps: DATA_DIR, absolute. */
export function dataFolder(): string {
  return path.resolve(process.env.DATA_DIR || ".data");
}

/**
 * Takes the folder for this run.
 * @returns how to give it back, and whether an earlier run was killed in it
 * @throws Failure when it cannot be written or another run has it
 */
export function takeDataFolder(folder = dataFolder()): { release: () => void; wasLeft: boolean } {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    const lock = takeLock(path.join(folder, "up.lock"));
    if (!("holder" in lock)) return lock;
    throw new Failure(
      `${folder} is in use by a running copy (process ${lock.holder}).\n` +
        "       Stop that one, or give this one its own folder and port: PORT=3001 DATA_DIR=.data-2 npm run up",
    );
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Failure(
      `The data folder ${folder} cannot be written (${reason}).\n` +
        "       Let this user write it, or choose another: DATA_DIR=/some/folder npm run up",
    );
  }
}
