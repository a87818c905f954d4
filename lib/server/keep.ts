import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { Prisma } from "./db";

const TRIES = 5;
const RETRY_MS = 200;
const TAKEN = "P2002";
/**
 * The connection broke or the database was starting: the same transaction may succeed at once. Of one that is silent
 * (P1008) the person is told at once.
 */
const TRANSIENT = new Set(["P1001", "P1002", "P1017", "P2024", "P2028", "P2034", "P2039"]);
/** Of P2039, which is any other error of PostgreSQL: read-only and a full disk stay longer than a person waits. */
const LASTING = new Set(["25006", "53100"]);

/**
 * Writes what somebody sent, and tries again when that can help. When a unique value was taken, either a parallel
 * request has kept the same thing, and `findKept` returns it; or a random value was used before, and `write` draws a
 * new one.
 * @throws when the database did not confirm it; it is safe to send it again
 */
export async function keep<Kept>(write: () => Promise<Kept>, findKept: () => Promise<Kept | null>): Promise<Kept> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : "";
      if (attempt === TRIES || isLasting(error) || (code !== TAKEN && !TRANSIENT.has(code))) throw error;
      const kept = code === TAKEN ? await findKept() : null;
      if (kept) return kept;
      if (code !== TAKEN) await pause(RETRY_MS * attempt);
    }
  }
}

function isLasting(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { driverAdapterError } = (error.meta ?? {}) as { driverAdapterError?: { cause?: { originalCode?: string } } };
  return LASTING.has(driverAdapterError?.cause?.originalCode ?? "");
}
