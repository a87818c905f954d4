import "server-only";
import path from "node:path";
import { env } from "@/lib/server/env";

/** Where backups stand, absolute. */
export function backupFolder(): string {
  return path.resolve(env().BACKUP_DIR ?? path.join(env().DATA_DIR, "backups"));
}
