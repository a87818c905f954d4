import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { takeLock } from "./lock.mjs";

/** The copy before this one may be ending just now. */
const ENDS_WITHIN_MS = 3_000;

/** The folder of everything this copy keeps: DATA_DIR, absolute. */
export function dataFolder(): string {
  return path.resolve(process.env.DATA_DIR || ".data");
}

/**
 * Takes the folder for this run.
 * @returns how to give it back, and whether an earlier run was killed in it
 * @throws Failure when it cannot be written or another run has it
 */
export async function takeDataFolder(folder: string): Promise<{ release: () => void; wasLeft: boolean }> {
  makeWritable(folder);
  const deadline = Date.now() + ENDS_WITHIN_MS;
  for (;;) {
    const lock = takeLock(path.join(folder, "up.lock"));
    if (!("holder" in lock)) return lock;
    if (Date.now() > deadline)
      throw new Failure(
        `${folder} is in use by a running copy (process ${lock.holder}).\n` +
          "       Stop that one, or give this one its own folder and port: PORT=3001 DATA_DIR=.data-2 npm run up",
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function makeWritable(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Failure(
      `The data folder ${folder} cannot be written (${reason}).\n` +
        "       Let this user write it, or choose another: DATA_DIR=/some/folder npm run up",
    );
  }
}

/** One level at a time: Node's recursive way never ends where a folder cannot be made, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
