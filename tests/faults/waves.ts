import { setTimeout as pause } from "node:timers/promises";
import { progress } from "./figures";
import type { House } from "./house";
import type { Kept } from "./kept";
import { newPerson } from "./people";
import { sendInquiry, type Outcome } from "./sender";

/** How long people come at the full rate. */
const WAVE_SECONDS = 6;
/** Not before the first have read the form and send it. */
const FIRST_SEND_MS = 2_000;
/** Until the house is up again a kill would meet nothing. */
const READY_WITHIN_MS = 30_000;

export interface Waves {
  count: number;
  /** In each. */
  people: number;
  /** People a second. */
  rate: number;
  kills: number;
}

/** A wave for each kill, large enough for all people together. */
export function planWaves(submissions: number, rate: number, kills: number): Waves {
  const count = Math.max(1, kills);
  return { count, people: Math.max(Math.ceil(submissions / count), rate * WAVE_SECONDS), rate, kills };
}

/**
 * People come in waves. Site, worker and PostgreSQL are killed in turn, each amid a wave; everybody is waited for before
 * the next, so that those who must try again do not add up until a machine that takes fewer than come serves nobody.
 */
export async function comeInWaves(house: House, { count, people, rate, kills }: Waves): Promise<Outcome[]> {
  const victims = [house.site, house.worker, house.postgres];
  const outcomes: Outcome[] = [];
  const start = Date.now();
  for (let wave = 0; wave < count; wave += 1) {
    await readyWithin(house, READY_WITHIN_MS);
    const coming = comeIn(house, people, rate);
    const victim = victims[wave % victims.length];
    // Every other time only the first process: what it started is left alone and must find its own end.
    if (victim && wave < kills) await killAmid(victim, (people / rate) * 1000, wave % 2 === 0);
    const came = await coming;
    outcomes.push(...came);
    const unshown = came.filter(({ milliseconds }) => milliseconds === null).length;
    const killed = wave < kills ? `${victim?.name} killed, ` : "";
    const seconds = ((Date.now() - start) / 1000).toFixed(0);
    progress(
      `wave ${wave + 1} of ${count}: ${killed}${came.length} came, ${unshown} saw no reference, ${seconds} s so far`,
    );
  }
  return outcomes;
}

/** People who come at that rate, whatever becomes of those before them. */
async function comeIn(house: House, people: number, rate: number): Promise<Outcome[]> {
  const sending: Promise<Outcome>[] = [];
  for (const start = Date.now(); sending.length < people;) {
    await pause(Math.max(0, start + (sending.length * 1000) / rate - Date.now()));
    sending.push(sendInquiry(house.base, newPerson()));
  }
  return Promise.all(sending);
}

async function killAmid(victim: Kept, waveMs: number, whole: boolean): Promise<void> {
  await pause(FIRST_SEND_MS + (waveMs - FIRST_SEND_MS) * Math.random());
  victim.kill(whole);
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
