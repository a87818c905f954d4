import "server-only";
import { db } from "./db";

/** When a worker last wrote that it lives; undefined: none ever ran. */
export async function lastHeartbeat(): Promise<Date | undefined> {
  const row = await db.workerHeartbeat.findUnique({ where: { id: 1 }, select: { at: true } });
  return row?.at;
}
