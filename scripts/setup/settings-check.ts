import { checkSettings } from "@/lib/server/env";

/**
 * For programs that run in production by default: ends the process with the list of missing and wrong settings, if any,
 * before anything starts.
 * @param names those that a command uses; all of them, for the site and the worker
 */
export function requireSettings(names?: Parameters<typeof checkSettings>[0]): void {
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || "production" });
  try {
    checkSettings(names);
  } catch (error) {
    console.error(`\nerror  ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
