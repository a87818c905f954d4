import "server-only";
import { keyedHash, keyedHashesFor } from "@/lib/server/crypto";

const LABEL = "subject";

/** How the journal names a record, `<secret's id>.<hash>`: without our secret, nobody finds the record by it. */
export function subjectHash(id: string): string {
  return keyedHash(LABEL, id, "journal");
}

/** Every way in which the journal may name a record: one for each secret of the ring. */
export function subjectHashes(id: string): string[] {
  return keyedHashesFor("journal", LABEL, id);
}

/** The id of the secret that a name was made with. */
export function secretOf(hash: string): string {
  return hash.slice(0, hash.indexOf("."));
}
