import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { env } from "./env";

export const ELSEWHERE = "the environment or .env";

/** Where a ring that this process has was read from, in words: the file of `npm run up`, or the environment. */
export function keySource(setting: "APP_SECRET" | "ENCRYPTION_KEYS"): string {
  const file = path.resolve(env().DATA_DIR, "secrets.json");
  try {
    const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
    if ((kept as Partial<Record<typeof setting, unknown>>)[setting] === env()[setting]) return file;
  } catch {
    // There is none.
  }
  return ELSEWHERE;
}
