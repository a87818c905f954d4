import { env } from "@/lib/server/env";

/**
 * For what runs in production unless told otherwise: ends the process with the list of missing and wrong settings, if
 * any, before anything starts on half of them.
 */
export function requireSettings(): void {
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || "production" });
  try {
    env();
  } catch (error) {
    console.error(`\nerror  ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
