import { existsSync } from "node:fs";
import path from "node:path";
import { stopCommands } from "./commands.mjs";
import { describeFailure } from "./failure.mjs";
import { commandOf, parentOf, startOf } from "./process-identity.mjs";

const LOOK_EVERY_MS = 500;

/** @type {(() => Promise<void>)[]} */
const cleanups = [];
let stopping = false;

/**
 * What must be done before this process ends; last added, first done.
 * @param {() => Promise<void> | void} cleanup
 */
export function beforeEnd(cleanup) {
  cleanups.push(async () => cleanup());
}

/** Whether this process is ending: what ends now is meant to end. */
export const isStopping = () => stopping;

/**
 * Ends this process after its cleanups. Only the first call counts.
 * @param {number} code
 * @returns {Promise<never>}
 */
export async function end(code) {
  if (stopping) return new Promise(() => undefined);
  stopping = true;
  await stopCommands();
  for (const cleanup of cleanups.reverse()) await cleanup().catch((error) => console.error(error));
  process.exit(code);
}

/**
 * Says what went wrong and ends. An error that comes from the ending itself is not shown.
 * @param {unknown} error
 * @returns {Promise<never>}
 */
export async function fail(error) {
  if (!stopping) console.error(`\n${describeFailure(error)}\n`);
  return end(1);
}

/**
 * Goes to the checkout, reads `.env`, and ends in order on Ctrl+C, SIGTERM, a closed terminal, or when npm, which
 * started us, is gone.
 */
export function prepareProcess() {
  process.chdir(path.resolve(import.meta.dirname, "../.."));
  if (existsSync(".env")) process.loadEnvFile(".env");
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(0));
  if (process.env.npm_lifecycle_event) endWithNpm();
}

/** npm does not always pass a signal on, and cannot pass on `kill -9`; a shell may stand between it and us. */
function endWithNpm() {
  const parent = process.ppid;
  const npm = commandOf(parent)?.includes("npm") ? parent : parentOf(parent);
  const isThere = () => process.ppid === parent && (!npm || startOf(npm) !== undefined);
  setInterval(() => isThere() || void end(0), LOOK_EVERY_MS).unref();
}
