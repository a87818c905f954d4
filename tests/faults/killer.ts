import { setTimeout as pause } from "node:timers/promises";
import type { House } from "./house";

/** Until the house is up again a kill would meet nothing. */
const READY_WITHIN_MS = 30_000;
/** Site, database and senders share two processors: killed sooner, the site only ever starts, and nobody sends. */
const FILLS_MS = 5_000;

/**
 * Kills site, worker and PostgreSQL in turn: each as soon as the house has been up again, and full of people, for a
 * moment.
 * @returns how often each was killed
 */
export async function killInTurn(house: House, kills: number): Promise<string[]> {
  const victims = [house.site, house.worker, house.postgres];
  for (let kill = 0; kill < kills; kill += 1) {
    await readyWithin(house, READY_WITHIN_MS);
    await pause(FILLS_MS + 1_500 * Math.random());
    // Every other time only the first process: what it started is left alone and must find its own end.
    victims[kill % victims.length]!.kill(kill % 2 === 0);
  }
  return victims.map(({ name, kills: times }) => `${name} ${times} times`);
}

/** @returns after how many seconds the house was ready, or the limit */
export async function readyWithin(house: House, milliseconds: number): Promise<number> {
  const start = Date.now();
  for (;;) {
    const answer = await fetch(`${house.base}/api/ready`).catch(() => null);
    if (answer?.ok || Date.now() - start > milliseconds) return (Date.now() - start) / 1000;
    await pause(100);
  }
}
