import "server-only";
import { keyedHash } from "@/lib/server/crypto";

/** How the journal names a record: without our secret, nobody finds the record by it. */
export function subjectHash(id: string): string {
  return keyedHash("journal", id);
}
