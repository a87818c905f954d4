import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

const END_WITH_PARENT = pathToFileURL("scripts/setup/end-with-parent.mjs").href;

export interface Ended {
  /** Null for one that did not end in time and was ended. */
  code: number | null;
  /** All that it said. */
  said: string;
  seconds: number;
}

/** Runs a Node program to its end, and ends it with all that it has started when it takes longer. */
export function runProgram(args: string[], env: NodeJS.ProcessEnv, withinMs: number): Promise<Ended> {
  const start = Date.now();
  // What starts things of its own has to be led by no npm that it would miss.
  const own = { ...env, ENDS_WITH_PARENT: "1", npm_lifecycle_event: "" };
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, ...args], {
    env: own,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (said += bytes.toString()));
  const timer = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), withinMs);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code, said, seconds: (Date.now() - start) / 1000 });
    });
  });
}
