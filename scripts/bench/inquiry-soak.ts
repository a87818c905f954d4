import { setTimeout as pause } from "node:timers/promises";
import { expectThat, figure, title } from "../../tests/faults/figures";
import type { House } from "../../tests/faults/house";
import { newPerson } from "../../tests/faults/people";
import { sendInquiry, type Outcome } from "../../tests/faults/sender";
import { median, ms, p95, table } from "./figures";
import { growth, megabytes, memoryOf, rssOf, type Memory } from "./memory";
import { counted } from "@/lib/shared/counted";

export interface Soak {
  /** Minutes not judged, at the start. */
  warmUp: number;
  /** Minutes judged. */
  minutes: number;
  /** People a second, each opening the form, sending it and reading the thank-you page. */
  rate: number;
}

const PROGRAMS = ["next", "worker.ts"] as const;
const LOOK_EVERY_MS = 5_000;
const MAX_GROWTH = 0.1;

type Minute = Record<(typeof PROGRAMS)[number], Memory>;

/** Prints the memory of site and worker each minute of a steady stream of people. */
export async function soak(house: House, folder: string, { warmUp, minutes, rate }: Soak): Promise<void> {
  title(
    `memory over ${counted(minutes, "minute")} at ${counted(rate, "person", "people")} a second, after ${counted(warmUp, "minute")} of warm-up`,
  );
  const taken: Minute[] = [];
  const sending: Promise<Outcome>[] = [];
  const start = Date.now();
  const coming = (async () => {
    while (taken.length < warmUp + minutes) {
      sending.push(sendInquiry(house.base, newPerson()));
      await pause(Math.max(0, start + (sending.length * 1_000) / rate - Date.now()));
    }
  })();
  console.log("MiB       site RSS  heap after GC  worker RSS  heap after GC");
  for (let minute = 1; minute <= warmUp + minutes; minute += 1) {
    const memory = await measureUntil(folder, start + minute * 60_000);
    const columns = PROGRAMS.flatMap((name) => [memory[name].rss, memory[name].heapAfterGc]).map(megabytes);
    const name = minute <= warmUp ? `warm-up ${minute}` : `minute ${minute - warmUp}`;
    console.log(table([[name.padEnd(9), ...columns.map((column) => column.padStart(10))]]));
    taken.push(memory);
  }
  await coming;
  const outcomes = await Promise.all(sending);
  figure("people", `${outcomes.length}, ${(outcomes.length / ((warmUp + minutes) * 60)).toFixed(2)} a second`);
  const times = outcomes.flatMap(({ milliseconds }) => (milliseconds === null ? [] : [milliseconds]));
  figure("from sending to the reference on the page, ms", `median ${ms(median(times))}, p95 ${ms(p95(times))}`);
  expectThat("people who saw their reference", times.length, outcomes.length);
  expectThat("errors they met", outcomes.flatMap(({ troubles }) => troubles).length, 0);
  judge(taken.slice(warmUp));
}

/** RSS is the middle of what was seen every few seconds, undisturbed; the heap is measured at the end. */
async function measureUntil(folder: string, end: number): Promise<Minute> {
  const seen = { next: [] as number[], "worker.ts": [] as number[] };
  const pids = await askAll(folder);
  while (Date.now() < end) {
    for (const name of PROGRAMS) seen[name].push(rssOf(pids[name].pid));
    await pause(Math.max(0, Math.min(LOOK_EVERY_MS, end - Date.now())));
  }
  const memory = await askAll(folder);
  for (const name of PROGRAMS) memory[name].rss = median(seen[name]);
  return memory;
}

async function askAll(folder: string): Promise<Minute> {
  const [next, worker] = await Promise.all([memoryOf(folder, PROGRAMS[0]), memoryOf(folder, PROGRAMS[1])]);
  return { next, "worker.ts": worker };
}

function judge(taken: Minute[]): void {
  for (const [name, program] of [
    ["site", "next"],
    ["worker", "worker.ts"],
  ] as const) {
    expectThat(`${name}: times it ended`, new Set(taken.map((each) => each[program].pid)).size - 1, 0);
    for (const kind of ["rss", "heapAfterGc"] as const) {
      const grown = growth(taken.map((each) => each[program][kind]));
      const what = `${name}: ${kind === "rss" ? "RSS" : "heap after GC"}, the highest minute above the first`;
      expectThat(
        what,
        `${(100 * grown).toFixed(1)} %: ${grown <= MAX_GROWTH ? "met" : "not met"}`,
        "at most 10 %",
        () => grown <= MAX_GROWTH,
      );
    }
  }
}
