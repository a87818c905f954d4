import "server-only";
import { db } from "./db";

/** Three missed beats. */
const MAX_AGE_MS = 60_000;

/** Whether a worker lives that last wrote so at `at`. */
export function isAlive(at: Date | undefined, now = new Date()): boolean {
  return at !== undefined && now.getTime() - at.getTime() < MAX_AGE_MS;
}

/** When a worker last wrote that it lives; undefined: none ever ran. */
export async function lastHeartbeat(): Promise<Date | undefined> {
  const row = await db.workerHeartbeat.findUnique({ where: { id: 1 }, select: { at: true } });
  return row?.at;
}
