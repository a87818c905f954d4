import "server-only";
import type { Db } from "./db";

/**
 * Until the transaction ends, whoever holds one of these hashes waits for us. Two processes with different rings of
 * secrets wait for each other when they share one secret: each holds the hash of every secret it has.
 * @param hashes of one value, in any order
 */
export async function holdHashes(tx: Db, hashes: readonly string[]): Promise<void> {
  // Everybody takes them in the same order: nobody waits in a circle.
  const ordered = hashes.toSorted();
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(hash, 0)) FROM unnest(${ordered}::text[]) AS hash`;
}
