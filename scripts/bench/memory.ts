import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createConnection } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

/** What one process uses, in bytes. */
export interface Memory {
  pid: number;
  rss: number;
  heapAfterGc: number;
}

/** A process just started has no socket yet. */
const STARTS_WITHIN_MS = 15_000;

/** Settings with which each Node program of a house can be asked for its memory. */
export function probeSettings(folder: string): Record<string, string> {
  const probe = pathToFileURL(path.join(import.meta.dirname, "memory-probe.mjs")).href;
  return { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import ${probe}`, MEMORY_PROBE_DIR: folder };
}

/** Collects the garbage of the program of that file name (`next`, `worker.ts`), and says what it used before and after. */
export async function memoryOf(folder: string, program: string): Promise<Memory> {
  for (const deadline = Date.now() + STARTS_WITHIN_MS; ;) {
    try {
      const socket = createConnection(path.join(folder, `${program}.sock`));
      await once(socket, "connect");
      return JSON.parse(await text(socket)) as Memory;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(200);
    }
  }
}

/** What a process has in memory at this moment, without disturbing it. */
export function rssOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) * 1024;
}

/** How far the highest of the values stands above the first: 0.1 is 10 %. */
export function growth(values: readonly number[]): number {
  const [first = Number.NaN] = values;
  return Math.max(...values) / first - 1;
}

export const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
