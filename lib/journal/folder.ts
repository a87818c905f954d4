import "server-only";
import path from "node:path";
import { env } from "@/lib/server/env";

/** Where the journal's files stand: JOURNAL_DIR, or the folder `journal` of DATA_DIR. */
export function journalFolder(): string {
  return path.resolve(env().JOURNAL_DIR ?? path.join(env().DATA_DIR, "journal"));
}
