import type { ChildProcess } from "node:child_process";
import { lastLines } from "../setup/commands.mjs";
import { Failure } from "../setup/failure.mjs";
import { isStopping } from "../setup/process.mjs";

/** A process of ours that runs, and how to end it in order. */
export type Running = { process: ChildProcess; stop: () => Promise<void> };
export type Service = { name: string; log?: string; start: () => Promise<Running> };

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;
/** After running this long, a service starts with short pauses again. */
const STEADY_MS = 60_000;

/**
 * Starts a service and, when it dies, starts it again after a pause that doubles.
 * @param fallen is called when it dies before `isUp()`: then starting again would only hide why
 * @returns how to stop it for good
 */
export async function supervise(
  service: Service,
  isUp: () => boolean,
  fallen: (error: Failure) => void,
): Promise<() => Promise<void>> {
  let pause = FIRST_PAUSE_MS;
  let running = await service.start();
  watch();
  return () => running.stop();

  function watch(): void {
    const start = Date.now();
    // Not "exit": its last lines may still be on their way to the log.
    running.process.once("close", (code: number | null, signal: NodeJS.Signals | null) => {
      if (isStopping()) return;
      const how = signal ?? `exit code ${code ?? "unknown"}`;
      if (!isUp())
        return fallen(new Failure(`The ${service.name} ended while starting (${how}).${lastLines(service.log)}`));
      if (Date.now() - start > STEADY_MS) pause = FIRST_PAUSE_MS;
      console.error(`${service.name}  ended (${how}); starting it again in ${pause / 1000} s`);
      setTimeout(() => void again(), pause);
      pause = Math.min(pause * 2, MAX_PAUSE_MS);
    });
  }

  async function again(): Promise<void> {
    if (isStopping()) return;
    try {
      running = await service.start();
      watch();
    } catch (error) {
      console.error(`${service.name}  ${error instanceof Error ? error.message : String(error)}`);
      setTimeout(() => void again(), pause);
      pause = Math.min(pause * 2, MAX_PAUSE_MS);
    }
  }
}
