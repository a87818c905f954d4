import type { BackupFailureCode } from "./types";

const DISK_FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const NOT_WRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOENT", "EISDIR", "EEXIST", "ELOOP"]);
const CONNECTION = new Set(["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENOTFOUND", "EHOSTUNREACH", "EPIPE"]);

/** Why a backup was not made, of what was thrown. */
export function failureCode(error: unknown): BackupFailureCode {
  if (!(error instanceof Error)) return "unknown";
  if ("program" in error) return "words" in error && isDiskFull(String(error.words)) ? "disk_full" : "pg_dump";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (DISK_FULL.has(code)) return "disk_full";
  if (NOT_WRITABLE.has(code)) return "not_writable";
  // PostgreSQL's own codes have five characters; a connection that just ends has none.
  if (CONNECTION.has(code) || /^[0-9A-Z]{5}$/.test(code) || error.message.startsWith("Connection terminated"))
    return "database";
  return "unknown";
}

const isDiskFull = (words: string) => /No space left on device|File too large|Disk quota exceeded/.test(words);
