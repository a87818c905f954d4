import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/** Of the whole process: a bundle may have this module twice. */
const holder = globalThis as { costlyLane?: AsyncLocalStorage<true> };
const lane = (holder.costlyLane ??= new AsyncLocalStorage<true>());

/** Does work that must not take from others what they need: of the database's connections it has a share only. */
export function inCostlyLane(work: () => void): void {
  lane.run(true, work);
}

export function isInCostlyLane(): boolean {
  return lane.getStore() === true;
}
