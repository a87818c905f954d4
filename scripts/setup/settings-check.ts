import { env } from "@/lib/server/env";

/** Ends the process with the list of missing and wrong settings, if any, before anything starts on half of them. */
export function requireSettings(): void {
  try {
    env();
  } catch (error) {
    console.error(`\nerror  ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
